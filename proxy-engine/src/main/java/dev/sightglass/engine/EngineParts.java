package dev.sightglass.engine;

import dev.sightglass.engine.capture.ExchangeRecorder;
import dev.sightglass.engine.codec.messages.MessagesCodec;
import dev.sightglass.engine.credential.Credentials;
import dev.sightglass.engine.credential.SecretMask;
import dev.sightglass.engine.pipeline.ExchangePipeline;
import dev.sightglass.engine.pipeline.PipelineSetup;
import dev.sightglass.engine.routing.LearntFamilies;
import dev.sightglass.engine.routing.Router;
import dev.sightglass.engine.server.PortTaken;
import dev.sightglass.engine.server.ProxyServer;
import dev.sightglass.engine.server.ServerParts;
import dev.sightglass.engine.settings.ApiKey;
import dev.sightglass.engine.settings.CaptureSettings;
import dev.sightglass.engine.settings.DeploymentSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.RecorderHealth;
import dev.sightglass.engine.tokens.TokenCounter;
import dev.sightglass.engine.upstream.UpstreamClient;
import dev.sightglass.engine.upstream.Upstreams;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The engine's wiring: builds the parts and hands each what it needs. */
final class EngineParts implements AutoCloseable {
    private final ExchangeStore store;
    private final ExchangeRecorder recorder;
    private final ExchangePipeline pipeline;
    private final Credentials credentials = new Credentials();
    private final LearntFamilies learnt = new LearntFamilies();
    private final Upstreams upstreams = new Upstreams();
    private volatile EngineSettings settings;
    private volatile PipelineSetup setup;

    /** @param notices is told what a person should know of, on any thread */
    EngineParts(EngineSettings wanted, ExchangeStore store, TokenCounter tokens, Consumer<String> notices) {
        this.store = store;
        this.settings = wanted.guarded(wanted);
        this.setup = setup(settings, new UpstreamClient(settings.limits().connect()));
        keepWithin(settings.capture());
        this.recorder = new ExchangeRecorder(store, recorderSettings(settings), notices);
        this.pipeline = new ExchangePipeline(() -> setup, upstreams::of, new MessagesCodec(), tokens);
    }

    /** Tells the store how much of the past to keep. */
    private void keepWithin(CaptureSettings capture) {
        Duration age = capture.storeDays() == 0 ? null : Duration.ofDays(capture.storeDays());
        store.keepWithin(capture.storeBytes(), age);
    }

    EngineSettings settings() {
        return settings;
    }

    void apply(EngineSettings wanted) {
        EngineSettings other = wanted.guarded(settings);
        UpstreamClient client = setup.client();
        boolean sameClient = other.limits().connect().equals(settings.limits().connect());
        setup = setup(
                other, sameClient ? client : new UpstreamClient(other.limits().connect()));
        settings = other;
        keepWithin(other.capture());
        recorder.apply(recorderSettings(other));
        if (!sameClient) client.close();
    }

    ProxyServer startServer() throws ProxyStartException {
        ListenSettings listen = settings.listen();
        ServerParts parts = new ServerParts(() -> settings, store::nextId, recorder, pipeline);
        try {
            return ProxyServer.start(listen, settings.limits(), parts);
        } catch (PortTaken e) {
            int free = FreePort.after(listen.bind(), listen.port());
            String advice = free > 0 ? " Stop that program, or use port " + free + "." : " Use another port.";
            throw new ProxyStartException(e.getMessage() + advice, free);
        } catch (IOException e) {
            throw new ProxyStartException(
                    "The proxy cannot listen on " + listen.bind() + " port " + listen.port() + ": " + e.getMessage()
                            + ".",
                    0);
        }
    }

    /** Waits until all that happened is recorded. */
    void settle() {
        recorder.settle();
    }

    RecorderHealth recorderHealth() {
        return recorder.health();
    }

    @Override
    public void close() {
        recorder.close();
        setup.client().close();
    }

    private PipelineSetup setup(EngineSettings from, UpstreamClient client) {
        return new PipelineSetup(new Router(from, learnt), learnt, credentials.of(from), client, from.limits());
    }

    private static ExchangeRecorder.RecorderSettings recorderSettings(EngineSettings from) {
        Stream<String> keys = Stream.concat(
                        Stream.ofNullable(from.azure().key()),
                        from.deployments().stream().map(DeploymentSettings::key).filter(Objects::nonNull))
                .map(ApiKey::reveal);
        SecretMask secrets = SecretMask.of(
                Stream.concat(keys, Stream.ofNullable(from.listen().token())).toList());
        return new ExchangeRecorder.RecorderSettings(
                from.capture().payloads(), secrets, from.limits().recorderBytes());
    }
}
