package dev.sightglass.simulator.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.GoldenRefusals;
import dev.sightglass.simulator.SimulatorClient;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesRefusalTest {
    private static final String FOLDER = "messages/refusals";
    private static AzureSimulator azure;

    @BeforeAll
    static void start() throws IOException {
        azure = AzureSimulator.builder()
                .deployment(SimulatedDeployment.claude("small-claude", "claude-small", 190)
                        .withContextWindow(200))
                .start();
    }

    @AfterAll
    static void stop() {
        azure.close();
    }

    static Stream<String> cases() {
        return GoldenRefusals.names(FOLDER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefusedAsTheServiceRefusesIt(String name) throws Exception {
        GoldenRefusals.check(azure, FOLDER, name);
    }

    @Test
    void versionHeaderIsNeeded() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(azure.baseUri() + "/anthropic/v1/messages"))
                .header("x-api-key", azure.key())
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "{\"model\":\"claude-sonnet-4-5\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"))
                .build();

        HttpResponse<String> response =
                new SimulatorClient(azure).http().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.body()).contains("anthropic-version: header is required");
    }
}
