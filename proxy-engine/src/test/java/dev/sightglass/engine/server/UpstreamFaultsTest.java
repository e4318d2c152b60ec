package dev.sightglass.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.UpstreamKind;
import java.io.ByteArrayOutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What the client gets, and what is recorded, when Azure does not answer as it should. */
class UpstreamFaultsTest {
    @Test
    void refusedConnectionIsToldAs502() throws Exception {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        assertThat(answerFrom("http://127.0.0.1:" + nobody, true))
                .startsWith("HTTP/1.1 502")
                .contains("api_error", "Cannot reach 127.0.0.1:" + nobody);
    }

    @Test
    void unknownHostIsToldAs502() throws Exception {
        try (Rig rig = Rig.before("https://sightglass-test.invalid");
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 502").contains("Cannot find sightglass-test.invalid");
            assertKind(rig, Outcome.Kind.DNS);
        }
    }

    @Test
    void closeBeforeTheHeadIsToldAs502AndNotRepeatedOnAFreshConnection() throws Exception {
        try (var upstream = new ScriptedUpstream(ScriptedUpstream.Connection::request);
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 502").contains("api_error");
            assertKind(rig, Outcome.Kind.RESET);
            assertThat(upstream.requests).hasValue(1);
        }
    }

    @Test
    void requestOnAStalePooledConnectionIsSentOnceMoreAndBothTriesAreRecorded() throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(ScriptedUpstream.message("one"));
                    c.request(); // the second request on this connection dies here, unanswered
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            for (int i = 0; i < 2; i++) {
                client.send(Rig.messages(Rig.ask(false)));
                assertThat(client.readAnswer()).startsWith("HTTP/1.1 200").contains("one");
            }
            Exchange exchange = rig.lastFinished();
            assertThat(exchange.summary().outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(exchange.attempts()).hasSize(2);
            assertThat(exchange.attempts().getFirst().failure()).contains("closed the connection");
            assertThat(exchange.attempts().getLast().reason()).contains("pooled connection");
        }
    }

    @Test
    void redirectIsNotFollowedAndTheKeyStaysHere() throws Exception {
        try (var elsewhere = new ScriptedUpstream(ScriptedUpstream.Connection::request);
                var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send("HTTP/1.1 307 Moved\r\nLocation: " + elsewhere.endpoint()
                            + "/x\r\nContent-Length: 0\r\n\r\n");
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 502").contains("redirect");
            assertKind(rig, Outcome.Kind.REDIRECT);
            assertThat(elsewhere.requests).hasValue(0);
        }
    }

    @Test
    void streamCutByFinEndsInAnErrorEventAndNeverInMessageStop() throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(ScriptedUpstream.STREAM_HEAD + ScriptedUpstream.event(ScriptedUpstream.FIRST));
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            assertThat(client.readAnswer())
                    .containsSubsequence("Hello", "event: error", "api_error")
                    .doesNotContain("message_stop");
            assertKind(rig, Outcome.Kind.CUT_STREAM);
        }
    }

    @Test
    void streamCutByResetEndsInAnErrorEvent() throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(ScriptedUpstream.STREAM_HEAD + ScriptedUpstream.event(ScriptedUpstream.FIRST));
                    c.in.read(new byte[1], 0, 0);
                    c.reset();
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            assertThat(client.readAnswer()).contains("api_error").doesNotContain("message_stop");
            assertThat(rig.last().outcome()).isInstanceOf(Outcome.TransportError.class);
        }
    }

    @Test
    void cleanEndWithoutAFinishReasonIsAnError() throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(ScriptedUpstream.STREAM_HEAD + ScriptedUpstream.event(ScriptedUpstream.FIRST) + "0\r\n\r\n");
                    c.awaitClose();
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            assertThat(client.readAnswer())
                    .containsSubsequence("Hello", "event: error")
                    .doesNotContain("message_stop");
            assertKind(rig, Outcome.Kind.CUT_STREAM);
        }
    }

    @Test
    void finishedStreamNeedsNoEndOfTheConnection() throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(ScriptedUpstream.STREAM_HEAD
                            + ScriptedUpstream.event(ScriptedUpstream.FIRST)
                            + ScriptedUpstream.event(ScriptedUpstream.FINISH)
                            + ScriptedUpstream.event("[DONE]"));
                    c.awaitClose();
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            assertThat(client.readAnswer()).contains("message_stop");
            assertThat(rig.last().outcome()).isEqualTo(Outcome.SUCCEEDED);
        }
    }

    @Test
    void silentStreamGetsPingsAndThenAnError() throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(ScriptedUpstream.STREAM_HEAD + ScriptedUpstream.event(ScriptedUpstream.FIRST));
                    c.awaitClose();
                });
                Rig rig = Rig.before(
                        upstream.endpoint(),
                        s -> s.with(s.limits().with(l -> {
                            l.ping = Duration.ofMillis(60);
                            l.idle = Duration.ofSeconds(2);
                        })));
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            assertThat(client.readAnswer())
                    .containsSubsequence("Hello", "event: ping", "event: ping", "event: error")
                    .doesNotContain("message_stop");
            assertKind(rig, Outcome.Kind.IDLE);
            assertThat(upstream.leftWithin(2000)).isTrue();
        }
    }

    @Test
    void upstreamThatNeverAnswersIsATimeout() throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.awaitClose();
                });
                Rig rig = Rig.before(
                        upstream.endpoint(), s -> s.with(s.limits().with(l -> l.firstByte = Duration.ofMillis(300))));
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(false)));
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 504").contains("api_error");
            assertKind(rig, Outcome.Kind.TIMEOUT);
            assertThat(upstream.leftWithin(2000)).isTrue();
        }
    }

    @Test
    void pageInsteadOfAStreamIsNoAnswer() throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<html>Log in</>");
                    c.awaitClose();
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            assertThat(client.readAnswer()).startsWith("HTTP/1.1 502").contains("api_error");
            assertKind(rig, Outcome.Kind.NOT_AN_ANSWER);
        }
    }

    @Test
    void aCompressedStreamThatPassesThroughIsReadOnTheSide() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n".getBytes(StandardCharsets.UTF_8));
        }
        String head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Encoding: gzip\r\n"
                + "Content-Length: " + packed.size() + "\r\n\r\n";
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(head);
                    c.socket.getOutputStream().write(packed.toByteArray());
                });
                Rig rig = Rig.before(upstream.endpoint(), s -> s.with(s.azure().withUpstream(UpstreamKind.ANTHROPIC)));
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            client.readUntil("\r\n\r\n");
            assertThat(rig.last().outcome()).isEqualTo(Outcome.SUCCEEDED);
        }
    }

    @Test
    void gzipThatNobodyAskedForIsUnpacked() throws Exception {
        try (var azure = dev.sightglass.simulator.AzureSimulator.startDefault();
                Rig rig = Rig.before(azure.baseUri().toString());
                Wire client = rig.connect()) {
            azure.next(new dev.sightglass.simulator.fault.Fault.GzipUnasked());
            client.send(Rig.messages(Rig.ask(true)));
            assertThat(client.readAnswer()).contains("message_stop");
            assertThat(rig.last().outcome()).isEqualTo(Outcome.SUCCEEDED);
        }
    }

    @Test
    void keysThatErrorsInsideAnswersQuoteAreCovered() throws Exception {
        for (String quoting : List.of(
                ScriptedUpstream.json(200, "{\"error\":{\"message\":\"bad key " + Rig.KEY + "\"}}"),
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<p>" + Rig.KEY,
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
                        + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}\n\n"
                        + "data: {\"error\":{\"message\":\"bad key " + Rig.KEY + "\"}}\n\n",
                "HTTP/1.1 302 Found\r\nLocation: https://elsewhere/x?key=" + Rig.KEY
                        + "\r\nContent-Length: 0\r\n\r\n")) {
            try (var upstream = new ScriptedUpstream(c -> {
                        c.request();
                        c.send(quoting);
                    });
                    Rig rig = Rig.before(upstream.endpoint());
                    Wire client = rig.connect()) {
                client.send(Rig.messages(Rig.ask(true)));
                assertThat(client.readAnswer()).contains("api_error").doesNotContain(Rig.KEY);
                assertThat(rig.last().outcome().message()).isNotBlank().doesNotContain(Rig.KEY);
            }
        }
    }

    private static String answerFrom(String endpoint, boolean stream) throws Exception {
        try (Rig rig = Rig.before(endpoint);
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(stream)));
            String answer = client.readAnswer();
            assertThat(rig.lastFinished().attempts())
                    .extracting(Attempt::number)
                    .containsExactly(1);
            return answer;
        }
    }

    private static void assertKind(Rig rig, Outcome.Kind kind) {
        assertThat(rig.last().outcome())
                .isInstanceOfSatisfying(
                        Outcome.TransportError.class,
                        outcome -> assertThat(outcome.kind()).isEqualTo(kind));
    }
}
