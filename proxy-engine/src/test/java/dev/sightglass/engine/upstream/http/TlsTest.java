package dev.sightglass.engine.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestHead;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Safe connections: only to whom the certificate names, only when it is trusted, never plain instead. */
@Timeout(60)
class TlsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final char[] PASSWORD = "of the test".toCharArray();

    private static SSLContext trusting;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("keys");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=dns:localhost",
                        "-alias",
                        "it",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("it", keys.getCertificate("it"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        trusting = SSLContext.getInstance("TLS");
        trusting.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    }

    @Test
    void requestsGoOverOneSafeConnectionAlsoAfterSilence() throws Exception {
        CountDownLatch silent = new CountDownLatch(1);
        try (ScriptedServer server = server(peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
                    silent.await();
                    peer.send("first");
                    peer.request();
                    peer.answer("second");
                    peer.awaitEnd();
                });
                Connections connections = new Connections(LONG, trusting.getSocketFactory())) {
            HttpCall first = call(connections, server.url("localhost"));
            first.ask(LONG);
            assertThatThrownBy(() -> first.next(Duration.ofMillis(20))).isInstanceOf(SocketTimeoutException.class);
            silent.countDown();
            assertThat(first.next(LONG)).asString(StandardCharsets.US_ASCII).isEqualTo("first");
            assertThat(first.next(LONG)).isNull();
            HttpCall second = call(connections, server.url("localhost"));
            second.ask(LONG);
            assertThat(second.next(LONG)).asString(StandardCharsets.US_ASCII).isEqualTo("second");
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void certificateForAnotherNameIsRefused() throws Exception {
        refused(trusting.getSocketFactory(), "127.0.0.1");
    }

    @Test
    void certificateOfNobodyKnownIsRefused() throws Exception {
        refused((SSLSocketFactory) SSLSocketFactory.getDefault(), "localhost");
    }

    private static void refused(SSLSocketFactory factory, String host) throws IOException {
        try (ScriptedServer server = server(ScriptedServer.Peer::awaitEnd);
                Connections connections = new Connections(LONG, factory)) {
            HttpCall call = call(connections, server.url(host));
            assertThatThrownBy(() -> call.ask(LONG)).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void handshakeThatStallsIsAConnectionThatFailed() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                        "https", javax.net.ServerSocketFactory.getDefault(), ScriptedServer.Peer::awaitEnd);
                Connections connections = new Connections(Duration.ofMillis(100), trusting.getSocketFactory())) {
            HttpCall call = call(connections, server.url("localhost"));
            assertThatThrownBy(() -> call.ask(LONG))
                    .isInstanceOfSatisfying(
                            ConnectFailed.class, e -> assertThat(e.timedOut()).isTrue());
        }
    }

    private static ScriptedServer server(ScriptedServer.Script script) throws IOException {
        return new ScriptedServer("https", trusting.getServerSocketFactory(), script);
    }

    private static HttpCall call(Connections connections, String url) {
        return new HttpCall(connections, new RequestHead("POST", url, Headers.NONE), new byte[200_000]);
    }
}
