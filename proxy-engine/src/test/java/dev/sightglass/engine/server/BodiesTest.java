package dev.sightglass.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.model.Outcome;
import dev.sightglass.simulator.AzureSimulator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies of any size and form: all bytes arrive, or a clear refusal comes. */
class BodiesTest {
    private static final String HEAD =
            "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final int LIMIT = 8 << 20;
    private static final String CHUNK = "100000\r\n" + "x".repeat(1 << 20) + "\r\n";

    private AzureSimulator azure;
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        azure = AzureSimulator.startDefault();
        rig = Rig.before(azure.baseUri().toString(), s -> s.with(s.limits().with(l -> l.bodyBytes = LIMIT)));
    }

    @AfterEach
    void stop() {
        rig.close();
        azure.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {600_000, 7_000_000, 24_000_000})
    void everyByteOfALongTextArrives(int length) throws Exception {
        String text = "0123456789".repeat(length / 10);
        List<String> arrived = new CopyOnWriteArrayList<>();
        try (var upstream = new ScriptedUpstream(c -> {
                    arrived.add(c.request());
                    c.send(ScriptedUpstream.message("thanks"));
                });
                Rig other = Rig.before(upstream.endpoint());
                Wire client = other.connect()) {
            client.send(HEAD + "Content-Length: " + asking(text).length() + "\r\n\r\n" + asking(text));
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200");
        }
        assertThat(arrived.getFirst()).contains(text);
    }

    @Test
    void chunkedBodiesArriveHoweverTheyAreCut() throws Exception {
        String body = asking("in pieces");
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            for (char each : body.toCharArray()) client.send("1;name=value\r\n" + each + "\r\n");
            client.send("0\r\nX-Trailer: 1\r\n\r\n");
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200");
            String two = HEAD + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n"
                    + body + "\r\n0\r\n\r\n";
            client.send(two + two);
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200");
            assertThat(client.readAnswer()).as("the pipelined one").startsWith("HTTP/1.1 200");
        }
        assertThat(azure.received())
                .as("each of them went to Azure, none was answered by the server itself")
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2_0", "2zz", "2 ", " 2", "-2", "+2", "0x2", "", "FFFFFFFFF"})
    void chunkSizesThatCanBeReadTwoWaysEndTheConnection(String size) throws Exception {
        String body = asking("hidden").repeat(1);
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n" + body + "\r\n0\r\n\r\n");
            assertThat(client.readAll()).doesNotContain("HTTP/1.1 200");
        }
        assertThat(rig.last().outcome()).isInstanceOf(Outcome.Rejected.class);
        assertThat(azure.received()).isEmpty();
    }

    @Test
    void aDeclaredSizeBeyondTheLimitIsRefusedBeforeItComes() throws Exception {
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Content-Length: 10000000000\r\n\r\n{\"model\":");
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 413").contains("request_too_large");
        }
        assertRejected("too-large");
    }

    @Test
    void aChunkedBodyIsRefusedOnceItIsTooLong() throws Exception {
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 8; i++) client.send(CHUNK);
            client.send("1\r\nx\r\n");
            assertTooLarge(client.readAnswer());
            assertThat(client.readAll()).as("the rest of the connection").isEmpty();
        }
        assertRejected("too-large");
        assertThat(azure.received()).isEmpty();
    }

    @Test
    void whoSendsAChunkedBodyToItsEndCanStillReadWhyItIsRefused() throws Exception {
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 40; i++) client.send(CHUNK);
            client.send("0\r\n\r\n");
            assertTooLarge(client.readAnswer());
        }
        assertRejected("too-large");
    }

    @Test
    void whoSendsADeclaredBodyToItsEndCanStillReadWhyItIsRefused() throws Exception {
        byte[] body = new byte[40 << 20];
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Content-Length: " + body.length + "\r\n\r\n").send(body);
            assertTooLarge(client.readAnswer());
        }
        assertRejected("too-large");
    }

    @Test
    void aRefusedClientThatSendsOnForEverIsCutOff() throws Exception {
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n");
            assertThatThrownBy(() -> {
                        while (true) client.send(CHUNK);
                    })
                    .isInstanceOf(IOException.class);
        }
        assertRejected("too-large");
    }

    @Test
    void aBodyAsLargeAsTheLimitIsTakenHoweverItComes() throws Exception {
        String body = asking("x".repeat(LIMIT - asking("").length()));
        String chunked = HEAD + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(LIMIT) + "\r\n" + body
                + "\r\n0\r\n\r\n";
        try (Wire client = rig.connect()) {
            client.send(chunked);
            assertThat(client.readAnswer()).doesNotStartWith("HTTP/1.1 413");
            client.send(HEAD + "Content-Length: " + LIMIT + "\r\n\r\n" + body);
            assertThat(client.readAnswer()).doesNotStartWith("HTTP/1.1 413");
        }
    }

    private static void assertTooLarge(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("\"type\":\"error\"", "\"type\":\"request_too_large\"", "--max-body");
    }

    @Test
    void gzipIsUnpackedAndRecordedAsText() throws Exception {
        byte[] packed = gzip(asking("packed text").getBytes(StandardCharsets.UTF_8));
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Content-Encoding: gzip\r\nContent-Length: " + packed.length + "\r\n\r\n")
                    .send(packed);
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200");
        }
        assertThat(new String(azure.lastReceived().body(), StandardCharsets.UTF_8))
                .contains("packed text");
    }

    @Test
    void gzipBombsAndUnknownEncodingsAreRefused() throws Exception {
        byte[] bomb = gzip(new byte[LIMIT * 3]);
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Content-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n")
                    .send(bomb);
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 413");
        }
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Content-Encoding: br\r\nContent-Length: 2\r\n\r\n{}");
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 415").contains("gzip");
        }
        assertThat(azure.received()).isEmpty();
    }

    @Test
    void expect100IsAnsweredBeforeTheBodyComes() throws Exception {
        String body = asking("expected");
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100");
            client.send(body);
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyShorterThanToldIsRejectedAndNotForwarded() throws Exception {
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Content-Length: 500\r\n\r\n" + asking("cut"));
        }
        assertRejected("truncated");
        assertThat(rig.last().outcome().message())
                .isEqualTo("The request's body broke off: the client closed the connection before its end");
        assertThat(azure.received()).isEmpty();
    }

    @Test
    void aBodyThatDribblesIsCutOff() throws Exception {
        rig.close();
        rig = Rig.before(
                azure.baseUri().toString(), s -> s.with(s.limits().with(l -> l.slowBody = Duration.ofMillis(1100))));
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Content-Length: 5000\r\n\r\n{");
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 408");
        }
        assertRejected("slow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"model\":\"m\"} x",
                "{\"model\":NaN}",
                "/* c */ {}",
                "[]",
                "\"text\"",
                "{\"model\":7,\"messages\":[]}",
                "{\"model\":\"m\",\"messages\":{}}",
                "{\"model\":\"m\",\"messages\":[7]}",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":7}]}",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"
            })
    void whatIsNoRequestIsRefusedWithTheReason(String body) throws Exception {
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body);
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 400").contains("invalid_request_error");
        }
        assertRejected("malformed");
        assertThat(azure.received()).isEmpty();
    }

    @Test
    void deepAndHugeJsonIsAnsweredAndNothingBreaks() throws Exception {
        String deep = "{\"model\":\"gpt-4.1\",\"messages\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        try (Wire client = rig.connect()) {
            client.send(HEAD + "Content-Length: " + deep.length() + "\r\n\r\n" + deep);
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 400").contains("invalid_request_error");
            client.send(Rig.messages(Rig.ask(false)));
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 200");
        }
    }

    private void assertRejected(String reason) {
        assertThat(rig.last().outcome())
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        outcome -> assertThat(outcome.reason()).isEqualTo(reason));
    }

    private static String asking(String text) {
        return "{\"model\":\"gpt-4.1\",\"max_tokens\":100,\"messages\":[{\"role\":\"user\",\"content\":\"" + text
                + "\"}]}";
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
