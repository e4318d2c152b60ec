package dev.sightglass.engine.upstream.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.UpstreamRequest;
import dev.sightglass.engine.upstream.Upstreams;
import dev.sightglass.simulator.AzureSimulator;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatorAcceptsGoldenRequestsTest {
    private static final RequestHead CLIENT = new RequestHead("POST", "/anything/v1/messages", Headers.NONE);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static AzureSimulator simulator;

    private final Upstreams upstreams = new Upstreams();

    @BeforeAll
    static void start() throws IOException {
        simulator = AzureSimulator.startDefault();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    static Stream<Golden> chat() throws IOException {
        return Golden.all("chat/requests").filter(golden -> !golden.deploymentSays("RESPONSES_ONLY"));
    }

    static Stream<Golden> responses() throws IOException {
        return Golden.all("responses/requests");
    }

    @ParameterizedTest
    @MethodSource("chat")
    void chatCompletionsTakesTheRequest(Golden golden) throws Exception {
        send(golden, UpstreamKind.CHAT);
    }

    @ParameterizedTest
    @MethodSource("responses")
    void responsesTakesTheRequest(Golden golden) throws Exception {
        send(golden, UpstreamKind.RESPONSES);
    }

    private void send(Golden golden, UpstreamKind kind) throws Exception {
        MessagesRequest request = golden.request();
        Deployment said = golden.deployment(kind);
        Deployment deployment = new Deployment(
                name(said),
                kind,
                simulator.baseUri().toString(),
                null,
                said.apiVersion(),
                said.family(),
                said.maxOutputTokens());
        UpstreamRequest sent =
                upstreams.of(kind).prepare(request, CLIENT, new Route(request.model(), deployment, "test"));
        HttpRequest.Builder builder = HttpRequest.newBuilder(sent.uri())
                .timeout(Duration.ofSeconds(20))
                .header("api-key", simulator.key())
                .POST(HttpRequest.BodyPublishers.ofByteArray(sent.body()));
        sent.headers().list().forEach(header -> builder.header(header.name(), header.value()));
        HttpResponse<String> response = HTTP.send(builder.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static String name(Deployment said) {
        return switch (said.family()) {
            case CLASSIC, OTHER, CLAUDE -> "gpt-4.1";
            case O_SERIES -> "o4-mini";
            case GPT_5 -> "gpt-5";
            case GPT_5_1 -> "gpt-5.1";
            case GPT_5_4 -> "gpt-5.4";
            case GPT_5_6 -> "gpt-5.6";
            case RESPONSES_ONLY -> "gpt-5.1-codex";
        };
    }
}
