package dev.sightglass.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpListenerTest {
    private final BlockingQueue<WireExchange> exchanges = new LinkedBlockingQueue<>();
    private HttpListener listener;

    @BeforeEach
    void start() throws IOException {
        listener = HttpListener.start(0, this::echo);
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    @Test
    void chunkedUploadIsReadToItsEnd() throws Exception {
        assertThat(
                        talk(
                                "POST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"))
                .endsWith("POST /a abcde");
    }

    @Test
    void uploadThatWaitsForLeaveGetsIt() throws Exception {
        assertThat(talk("POST /a HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\nConnection: close\r\n\r\nhi"))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")
                .endsWith("POST /a hi");
    }

    @Test
    void requestsOnOneConnectionAreAnsweredInTheirOrder() throws Exception {
        String answers =
                talk("POST /1 HTTP/1.1\r\nContent-Length: 1\r\n\r\nxPOST /2 HTTP/1.1\r\nContent-Length: 1\r\n\r\ny"
                        + "GET /3 HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(answers).containsSubsequence("POST /1 x", "POST /2 y", "GET /3 ");
    }

    @Test
    void bytesThatAreNoRequestAreRefused() throws Exception {
        for (String bytes : List.of(
                "\u0016\u0003\u0001 hello\r\n\r\n", "GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\r\n")) {
            assertThat(talk(bytes)).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void headersKeepTheirOrderAndCase() throws Exception {
        talk("GET /a?b=c HTTP/1.1\r\nzz-Top: 1\r\nAA: 2\r\nzz-top: 3\r\nConnection: close\r\n\r\n");

        RequestHead head = exchanges.take().head();
        assertThat(head.headers())
                .containsExactly(
                        new Header("zz-Top", "1"),
                        new Header("AA", "2"),
                        new Header("zz-top", "3"),
                        new Header("Connection", "close"));
        assertThat(head.header("ZZ-TOP")).contains("1");
        assertThat(head.path()).isEqualTo("/a");
        assertThat(head.query()).isEqualTo("b=c");
    }

    @Test
    void clientThatClosesAfterItsAnswerHasNotLeft() throws Exception {
        WireExchange exchange;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.getOutputStream().write("GET /a HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            exchange = exchanges.take();
        }

        assertThat(exchange.client().awaitGone(Duration.ofSeconds(10))).isTrue();
        assertThat(exchange.client().goneAt()).isEmpty();
        await().until(() -> listener.openConnections() == 0);
    }

    private void echo(WireExchange exchange) throws IOException, InterruptedException {
        String body = new String(exchange.readBody(), StandardCharsets.UTF_8);
        byte[] answer =
                (exchange.head().method() + " " + exchange.head().path() + " " + body).getBytes(StandardCharsets.UTF_8);
        exchange.sendHead(200, List.of(), new BodyFraming.Fixed(answer.length));
        exchange.write(answer);
        exchange.finish();
        exchanges.add(exchange);
    }

    /** Sends bytes and reads what comes back until the server closes. */
    private String talk(String bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
