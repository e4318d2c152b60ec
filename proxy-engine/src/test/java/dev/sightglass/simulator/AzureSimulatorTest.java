package dev.sightglass.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AzureSimulatorTest {
    private static final String HI = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

    @Test
    void missingAndWrongKeysAreRefused() throws Exception {
        try (AzureSimulator azure = AzureSimulator.startDefault()) {
            assertThat(send(azure).body()).contains("Access denied due to invalid subscription key");
            assertThat(send(azure, "api-key", "wrong").statusCode()).isEqualTo(401);
            assertThat(send(azure, "Authorization", "Bearer wrong").body()).contains("Access token is missing");
            assertThat(send(azure, "api-key", azure.key()).statusCode()).isEqualTo(200);
            assertThat(send(azure, "Authorization", "Bearer " + azure.key()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void otherPathsAndMethodsDoNotExist() throws Exception {
        try (AzureSimulator azure = AzureSimulator.startDefault()) {
            SimulatorClient client = new SimulatorClient(azure);
            HttpRequest get = HttpRequest.newBuilder(URI.create(azure.baseUri() + SimulatorClient.CLASSIC))
                    .GET()
                    .build();

            assertThat(client.post("/openai/v1/completions", HI).statusCode()).isEqualTo(404);
            assertThat(client.http()
                            .send(get, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("Resource not found");
        }
    }

    @Test
    void bodyThatIsNoJsonIsRefused() throws Exception {
        try (AzureSimulator azure = AzureSimulator.startDefault()) {
            SimulatorClient client = new SimulatorClient(azure);
            for (String body : List.of("", "{", "[]", "{\"a\":1}x", "{\"messages\":[],\"messages\":[]}")) {
                assertThat(client.post(SimulatorClient.CLASSIC, body).body()).contains("could not parse the JSON body");
            }
        }
    }

    @Test
    void requestsAreRecordedAsTheyCame() throws Exception {
        try (AzureSimulator azure = AzureSimulator.startDefault()) {
            new SimulatorClient(azure).post(SimulatorClient.CLASSIC, HI);

            ReceivedRequest received = azure.awaitReceived(1).getFirst();

            assertThat(received.path()).isEqualTo("/openai/deployments/gpt-4.1/chat/completions");
            assertThat(received.query()).isEqualTo("api-version=2025-01-01-preview");
            assertThat(received.header("API-KEY")).contains(azure.key());
            assertThat(received.bodyText()).isEqualTo(HI);
            assertThat(received.isValid()).isTrue();
        }
    }

    @Test
    void manyRequestsAtOnceGetTheirOwnAnswers() throws Exception {
        try (AzureSimulator azure = AzureSimulator.startDefault()) {
            SimulatorClient client = new SimulatorClient(azure);
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String body = HI.replace("Hi", "Question-" + i + "-end").replace("}]", "}],\"stream\":true");
                answers.add(client.http()
                        .sendAsync(
                                client.request(SimulatorClient.CLASSIC, body), HttpResponse.BodyHandlers.ofString()));
            }

            for (int i = 0; i < 200; i++) {
                assertThat(answers.get(i).get().body()).contains("Question-" + i + "-end");
            }
        }
    }

    @Test
    void failingScriptIsToldInsteadOfHanging() throws Exception {
        try (AzureSimulator azure = AzureSimulator.startDefault()) {
            azure.script(_ -> {
                throw new IllegalStateException("no such answer");
            });

            HttpResponse<String> response = send(azure, "api-key", azure.key());

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("no such answer");
        }
    }

    @Test
    void samePortCanBeUsedAgainAfterClosing() throws Exception {
        int port;
        try (AzureSimulator azure = AzureSimulator.startDefault()) {
            port = azure.port();
            int taken = port;
            assertThatThrownBy(() -> AzureSimulator.builder().port(taken).start())
                    .isInstanceOf(IOException.class);
        }
        for (int i = 0; i < 20; i++) {
            try (AzureSimulator azure = AzureSimulator.builder().port(port).start()) {
                assertThat(send(azure, "api-key", azure.key()).statusCode()).isEqualTo(200);
            }
        }
    }

    private static HttpResponse<String> send(AzureSimulator azure, String... header)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(azure.baseUri() + SimulatorClient.CLASSIC))
                .POST(HttpRequest.BodyPublishers.ofString(HI));
        if (header.length > 0) {
            request.headers(header);
        }
        return new SimulatorClient(azure).http().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
