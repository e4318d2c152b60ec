package dev.sightglass.engine;

import dev.sightglass.engine.server.PortTaken;
import dev.sightglass.engine.server.ProxyServer;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.RecorderHealth;
import java.io.IOException;

/** The engine's wiring: builds the parts and hands each what it needs. */
final class EngineParts implements AutoCloseable {
    private volatile EngineSettings settings;

    EngineParts(EngineSettings settings, ExchangeStore store) {
        this.settings = settings;
    }

    EngineSettings settings() {
        return settings;
    }

    void apply(EngineSettings other) {
        settings = other;
    }

    ProxyServer startServer() throws ProxyStartException {
        ListenSettings listen = settings.listen();
        try {
            return ProxyServer.start(listen, settings.limits());
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
    void settle() {}

    RecorderHealth recorderHealth() {
        return new RecorderHealth(0, 0);
    }

    @Override
    public void close() {}
}
