package dev.sightglass.engine.server;

import static org.awaitility.Awaitility.await;

import dev.sightglass.engine.ProxyEngine;
import dev.sightglass.engine.ProxyStartException;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.AzureSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.Limits;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A running engine in front of an upstream, with its store. */
final class Rig implements AutoCloseable {
    static final String KEY = "simulated-azure-key";

    final MemoryExchangeStore store = new MemoryExchangeStore();
    final ProxyEngine engine;

    private Rig(EngineSettings settings) throws ProxyStartException {
        engine = new ProxyEngine(settings, store);
        engine.start();
    }

    static EngineSettings settings(String endpoint) {
        AzureSettings azure = AzureSettings.DEFAULT
                .withEndpoint(endpoint)
                .withDeployment("gpt-4.1")
                .withKey(ApiKey.of(KEY).orElseThrow());
        return EngineSettings.DEFAULT
                .with(ListenSettings.DEFAULT.withPort(0))
                .with(azure)
                .with(Limits.DEFAULT.with(l -> l.stopGrace = Duration.ofMillis(200)));
    }

    static Rig before(String endpoint) throws ProxyStartException {
        return new Rig(settings(endpoint));
    }

    static Rig before(String endpoint, UnaryOperator<EngineSettings> change) throws ProxyStartException {
        return new Rig(change.apply(settings(endpoint)));
    }

    int port() {
        return ((ProxyState.Running) engine.state()).port();
    }

    Wire connect() throws IOException {
        return Wire.to(port());
    }

    static String post(String path, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return "POST " + path + " HTTP/1.1\r\nHost: localhost:8000\r\nContent-Type: application/json\r\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(headers).map(h -> h + "\r\n").toList())
                + "Content-Length: " + bytes.length + "\r\n\r\n" + body;
    }

    static String messages(String body, String... headers) {
        return post("/anything/v1/messages?beta=true", body, headers);
    }

    static String ask(boolean stream) {
        return "{\"model\":\"gpt-4.1\",\"max_tokens\":100,\"stream\":" + stream
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"Tell me about Vienna.\"}]}";
    }

    /** The newest exchange, once it is over. */
    Exchange lastFinished() {
        await().atMost(Duration.ofSeconds(5))
                .until(() -> store.newest(1, null).stream().anyMatch(summary -> !summary.inFlight()));
        return store.find(store.newest(1, null).getFirst().id()).orElseThrow();
    }

    ExchangeSummary last() {
        return lastFinished().summary();
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
