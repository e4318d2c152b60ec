package dev.sightglass.engine;

import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.server.ProxyServer;
import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.AzureSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import dev.sightglass.engine.tokens.TokenCounter;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * Sends sample requests through a second proxy on this machine to a sample upstream, so that the first real exchange waits neither
 * for classes to load nor for code that has never run: it took ten times as long as the twentieth. Nothing of it is kept.
 */
final class Rehearsal implements Runnable {
    /** The last of them is as large as a usual request. */
    static final int ROUNDS = 40;

    private static final int PATIENCE_MILLIS = 10_000;
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    /** What is loaded once stays loaded for every engine of the process. */
    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private final UpstreamKind kind;
    private final TokenCounter tokens;
    private final byte[] buffer = new byte[8192];
    private int answered;

    Rehearsal(UpstreamKind kind, TokenCounter tokens) {
        this.kind = kind;
        this.tokens = tokens;
    }

    /** Starts it beside everything else, once in a process. */
    @SuppressWarnings("ThreadPriorityCheck") // a hint is enough: it must only not hold up the first exchange
    static void start(UpstreamKind kind, TokenCounter tokens) {
        if (STARTED.compareAndSet(false, true))
            Thread.ofPlatform()
                    .name("rehearsal")
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .start(new Rehearsal(kind, tokens));
    }

    /** How many sample answers came to their end. */
    int answered() {
        return answered;
    }

    @Override
    public void run() {
        try {
            exchanges();
            beginHandshake();
        } catch (IOException | ProxyStartException | NoSuchAlgorithmException e) {
            // The real exchanges find out by themselves what is wrong, and tell it better.
            System.getLogger(Rehearsal.class.getName()).log(System.Logger.Level.DEBUG, "No rehearsal", e);
        }
        // The vocabulary takes a while to load, and is needed last.
        tokens.count(RehearsalSamples.body(1));
    }

    @SuppressWarnings("AddressSelection") // an address in digits is only one
    private void exchanges() throws IOException, ProxyStartException {
        try (RehearsalUpstream upstream = new RehearsalUpstream(RehearsalSamples.answer(kind));
                MemoryExchangeStore store = new MemoryExchangeStore();
                EngineParts parts = new EngineParts(settings(upstream.endpoint()), store, tokens, _ -> {});
                ProxyServer server = parts.startServer();
                Socket client = new Socket(InetAddress.getByName(ListenSettings.DEFAULT_BIND), server.port())) {
            client.setSoTimeout(PATIENCE_MILLIS);
            client.setTcpNoDelay(true);
            for (int round = 1; round <= ROUNDS; round++) once(client, RehearsalSamples.body(round));
        }
    }

    private EngineSettings settings(String endpoint) {
        AzureSettings azure = AzureSettings.DEFAULT
                .withEndpoint(endpoint)
                .withUpstream(kind)
                .withKey(ApiKey.of("a-key-of-the-rehearsal").orElseThrow());
        return EngineSettings.DEFAULT.with(ListenSettings.DEFAULT.withPort(0)).with(azure);
    }

    private void once(Socket client, byte[] body) throws IOException {
        String head = "POST /v1/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "anthropic-version: 2023-06-01\r\nContent-Length: " + body.length + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(body);
        InputStream in = client.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf(LAST_CHUNK) < 0) {
            int read = in.read(buffer);
            if (read < 0) throw new IOException("the sample answer broke off");
            answer.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        }
        answered++;
    }

    /** Most of what a first safe connection needs is loaded by the first of its messages. */
    private static void beginHandshake() throws NoSuchAlgorithmException, IOException {
        SSLEngine engine = SSLContext.getDefault().createSSLEngine("localhost", 443);
        engine.setUseClientMode(true);
        engine.beginHandshake();
        engine.wrap(
                ByteBuffer.allocate(0), ByteBuffer.allocate(engine.getSession().getPacketBufferSize()));
    }
}
