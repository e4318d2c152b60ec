package dev.sightglass.engine.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests and answers over real connections, and how those end. */
@Timeout(60)
class HttpCallTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final byte[] SMALL = "{}".getBytes(StandardCharsets.US_ASCII);

    private final Connections connections = new Connections(LONG);

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void connectionServesOneRequestAfterTheOther() throws Exception {
        List<String> heads = Collections.synchronizedList(new ArrayList<>());
        try (ScriptedServer server = new ScriptedServer(peer -> {
            while (true) {
                heads.add(peer.request());
                peer.answer("number " + heads.size());
            }
        })) {
            assertThat(answer(call(server.url(), SMALL))).isEqualTo("number 1");
            assertThat(answer(call(server.url(), new byte[300_000]))).isEqualTo("number 2");
            assertThat(server.connections).hasValue(1);
            assertThat(heads.getFirst())
                    .startsWith("POST /path?query=1 HTTP/1.1\r\nHost: 127.0.0.1:")
                    .contains("\r\nContent-Length: 2\r\n", "\r\nx-test: yes\r\n")
                    .doesNotContainIgnoringCase("upgrade");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more than was told"
            })
    void connectionThatCannotServeAnotherRequestIsClosed(String answer) throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.request();
            peer.send(answer);
            peer.awaitEnd();
        })) {
            assertThat(answer(call(server.url(), SMALL))).isEqualTo("ok");
            assertThat(answer(call(server.url(), SMALL))).isEqualTo("ok");
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void deadConnectionIsToldAsStaleAndTakesItsIdleSistersAlong() throws Exception {
        CountDownLatch bothAsked = new CountDownLatch(2);
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.request();
            bothAsked.countDown();
            bothAsked.await();
            peer.answer("once");
        })) {
            FutureTask<String> beside = new FutureTask<>(() -> answer(call(server.url(), SMALL)));
            Thread.ofPlatform().daemon().start(beside);
            assertThat(answer(call(server.url(), SMALL))).isEqualTo("once");
            assertThat(beside.get(30, TimeUnit.SECONDS)).isEqualTo("once");
            HttpCall stale = call(server.url(), SMALL);
            assertThatIOException().isThrownBy(() -> stale.ask(LONG));
            assertThat(stale.stale()).isTrue();
            assertThat(answer(call(server.url(), SMALL))).isEqualTo("once");
            assertThat(server.connections).hasValue(3);
        }
    }

    @Test
    void interimAnswersAreReadOver() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n");
            peer.answer("final");
        })) {
            assertThat(answer(call(server.url(), SMALL))).isEqualTo("final");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusalBeforeAllIsSentIsRead(boolean closes) throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.in().readNBytes(1_000);
            peer.send("HTTP/1.1 413 Too Large\r\nContent-Length: 7\r\n\r\ntoo big");
            // Without reading any more of it: the sender waits until it looks.
            if (!closes) new CountDownLatch(1).await();
        })) {
            HttpCall call = call(server.url(), new byte[40 << 20]);
            assertThat(call.ask(LONG).status()).isEqualTo(413);
            assertThat(rest(call)).isEqualTo("too big");
        }
    }

    @Test
    void requestThatIsNeverTakenEndsAtItsTime() throws Exception {
        try (ScriptedServer server = new ScriptedServer(_ -> new CountDownLatch(1).await())) {
            HttpCall call = call(server.url(), new byte[40 << 20]);
            assertThatIOException().isThrownBy(() -> call.ask(Duration.ofMillis(100)));
        }
    }

    @Test
    void silenceCanBeAskedAgain() throws Exception {
        CountDownLatch silent = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.request();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n");
            silent.await();
            peer.send("more");
        })) {
            HttpCall call = call(server.url(), SMALL);
            call.ask(LONG);
            assertThatThrownBy(() -> call.next(Duration.ofMillis(20))).isInstanceOf(SocketTimeoutException.class);
            silent.countDown();
            assertThat(rest(call)).isEqualTo("more");
        }
    }

    @Test
    void cancelWakesWhoeverWaits() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.request();
            asked.countDown();
            peer.awaitEnd();
        })) {
            HttpCall call = call(server.url(), SMALL);
            FutureTask<String> waiting = new FutureTask<>(() -> answer(call));
            Thread.ofPlatform().daemon().start(waiting);
            asked.await();
            call.cancel();
            assertThatThrownBy(() -> waiting.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void headerThatWouldBeginAnotherIsRefusedWithoutItsValue() {
        RequestHead head =
                new RequestHead("POST", "http://127.0.0.1:1/", Headers.of("api-key", "a-secret\r\nx-evil: yes"));
        assertThatThrownBy(() -> new HttpCall(connections, head, SMALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("api-key")
                .hasMessageNotContaining("a-secret");
    }

    private HttpCall call(String url, byte[] body) {
        return new HttpCall(connections, new RequestHead("POST", url, Headers.of("x-test", "yes")), body);
    }

    private static String answer(HttpCall call) throws IOException {
        assertThat(call.ask(LONG).status()).isEqualTo(200);
        return rest(call);
    }

    private static String rest(HttpCall call) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece = call.next(LONG); piece != null; piece = call.next(LONG)) all.writeBytes(piece);
        return all.toString(StandardCharsets.ISO_8859_1);
    }
}
