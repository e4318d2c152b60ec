package dev.sightglass.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import dev.sightglass.simulator.AzureSimulator;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private AzureSimulator azure;
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        azure = AzureSimulator.startDefault();
        rig = Rig.before(azure.baseUri().toString());
    }

    @AfterEach
    void stop() {
        rig.close();
        azure.close();
    }

    @Test
    void streamedRequestIsAnsweredAsMessagesEvents() throws Exception {
        try (Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            String answer = client.readAnswer();
            assertThat(answer)
                    .startsWith("HTTP/1.1 200 OK")
                    .containsIgnoringCase("content-type: text/event-stream")
                    .containsSubsequence("event: message_start", "event: content_block_delta", "event: message_stop");
        }
        Exchange exchange = rig.lastFinished();
        assertThat(exchange.summary().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(exchange.summary().status()).isEqualTo(200);
        assertThat(exchange.summary().request().endpoint()).isEqualTo(RequestFacts.Endpoint.MESSAGES);
        assertThat(exchange.summary().timings().ttft()).isNotNull();
        assertThat(Objects.requireNonNull(exchange.summary().answer().usage()).output())
                .isPositive();
        assertThat(azure.lastReceived().head().path()).contains("/openai/deployments/gpt-4.1/chat/completions");
    }

    @Test
    void requestWithoutStreamIsAnsweredAsOneMessage() throws Exception {
        try (Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(false)));
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200 OK").contains("\"type\":\"message\"");
            client.send(Rig.messages(Rig.ask(false)));
            assertThat(client.readAnswer()).as("the same connection again").startsWith("HTTP/1.1 200 OK");
        }
        assertThat(rig.last().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void fourBodiesAndBothHeadsAreRecordedWithoutTheKey() throws Exception {
        try (Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true), "x-api-key: client-secret-0123456789", "User-Agent: claude-cli/2"));
            client.readAnswer();
        }
        Exchange exchange = rig.lastFinished();
        assertThat(text(exchange, BodyPart.DOWNSTREAM_REQUEST, 0)).isEqualTo(Rig.ask(true));
        assertThat(text(exchange, BodyPart.UPSTREAM_REQUEST, 1)).contains("\"stream\":true");
        assertThat(text(exchange, BodyPart.UPSTREAM_RESPONSE, 1)).contains("chat.completion.chunk", "[DONE]");
        assertThat(text(exchange, BodyPart.DOWNSTREAM_RESPONSE, 0)).contains("message_stop");
        assertThat(exchange.summary().client().userAgent()).isEqualTo("claude-cli/2");
        assertThat(exchange.toString()).doesNotContain(Rig.KEY, "client-secret-0123456789");
        assertThat(exchange.downstream().request().headers().first("x-api-key").orElseThrow())
                .startsWith("****6789 #");
    }

    @Test
    void probesAndModelsAreAnsweredHere() throws Exception {
        try (Wire client = rig.connect()) {
            client.send("HEAD /anything/api/hello HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");
            client.send("HEAD /anything HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200");
            client.send("GET /anything/v1/models?limit=1000 HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200").contains("\"id\":\"gpt-4.1\"");
            client.send("GET /anything/api/oauth/usage HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 404").contains("not_found_error");
            client.send(Rig.post("/anything/api/event_logging/batch", "{\"events\":[]}"));
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200").endsWith("{}");
        }
        assertThat(azure.received()).isEmpty();
    }

    @Test
    void tokensAreCountedWithoutAskingAzure() throws Exception {
        try (Wire client = rig.connect()) {
            client.send(Rig.post("/anything/v1/messages/count_tokens?beta=true", Rig.ask(false)));
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200").containsPattern("\"input_tokens\":\\d+");
        }
        assertThat(azure.received()).isEmpty();
        assertThat(rig.last().request().endpoint()).isEqualTo(RequestFacts.Endpoint.COUNT_TOKENS);
    }

    private String text(Exchange exchange, BodyPart part, int attempt) {
        RecordedBody body = rig.store.body(new BodyRef(exchange.id(), part, attempt));
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }
}
