package dev.sightglass.engine;

import dev.sightglass.engine.server.ProxyServer;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.settings.Problem;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.RecorderHealth;
import dev.sightglass.engine.tokens.TokenCounter;
import dev.sightglass.engine.tokens.TokenEstimator;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The proxy as the window and the command line see it: start, stop, settings, state and what was recorded. All methods may
 * be called on any thread; {@link #start}, {@link #stop}, {@link #restart} and {@link #close} take up to some seconds, so not
 * on the FX thread.
 */
public final class ProxyEngine implements AutoCloseable {
    private final ExchangeStore store;
    private final TokenCounter tokens;
    private final EngineParts parts;
    private final List<Consumer<ProxyState>> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> noticeListeners = new CopyOnWriteArrayList<>();
    private final Object lifecycle = new Object();
    private volatile ProxyState state = new ProxyState.Stopped();
    private @Nullable ProxyServer server;

    /** @param store is not closed by the engine: it may be read after the engine's end */
    public ProxyEngine(EngineSettings settings, ExchangeStore store) {
        this(settings, store, new TokenEstimator());
    }

    /** @param tokens counts for the {@code count_tokens} endpoint */
    public ProxyEngine(EngineSettings settings, ExchangeStore store, TokenCounter tokens) {
        this.store = store;
        this.tokens = tokens;
        this.parts = new EngineParts(settings, store, tokens, this::tell);
    }

    /** Listens and serves; does nothing when it does already. */
    public void start() throws ProxyStartException {
        synchronized (lifecycle) {
            if (server != null) return;
            enter(new ProxyState.Starting());
            ListenSettings listen = settings().listen();
            try {
                requireGoodListen();
                ProxyServer started = parts.startServer();
                server = started;
                enter(new ProxyState.Running(baseUrl(listen, started.port()), started.port()));
                Rehearsal.start(settings().azure().upstream(), tokens);
            } catch (ProxyStartException e) {
                enter(new ProxyState.Failed(e.reason()));
                throw e;
            }
        }
    }

    /**
     * Takes no more requests, gives the running ones the time that the settings grant, then ends them with an error event.
     * Everything is recorded when this returns.
     */
    public void stop() {
        synchronized (lifecycle) {
            ProxyServer running = server;
            if (running == null) {
                if (state instanceof ProxyState.Failed) enter(new ProxyState.Stopped());
                return;
            }
            enter(new ProxyState.Stopping());
            running.drain(settings().limits().stopGrace());
            running.close();
            server = null;
            parts.settle();
            enter(new ProxyState.Stopped());
        }
    }

    public void restart() throws ProxyStartException {
        synchronized (lifecycle) {
            stop();
            start();
        }
    }

    /**
     * Takes other settings: requests that come from now on go by them, the running ones by the old.
     *
     * @return true when the proxy runs and has to be restarted for a part of them (address, port, bounds of the server)
     */
    public boolean apply(EngineSettings settings) {
        synchronized (lifecycle) {
            EngineSettings old = parts.settings();
            parts.apply(settings);
            boolean serverChanged =
                    !old.listen().equals(settings.listen()) || !old.limits().equals(settings.limits());
            return server != null && serverChanged;
        }
    }

    public EngineSettings settings() {
        return parts.settings();
    }

    public ProxyState state() {
        return state;
    }

    /**
     * Tells the listener of every state from now on, on the thread that brings it about; it must be quick and never throw.
     * Closing the result ends that.
     */
    public ExchangeStore.Subscription onState(Consumer<ProxyState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Tells the listener, a sentence or two at a time, what a person should know of; on any thread, so it must be quick and never
     * throw. Closing the result ends that.
     */
    public ExchangeStore.Subscription onNotice(Consumer<String> listener) {
        noticeListeners.add(listener);
        return () -> noticeListeners.remove(listener);
    }

    private void tell(String notice) {
        for (Consumer<String> listener : noticeListeners) listener.accept(notice);
    }

    public ExchangeStore store() {
        return store;
    }

    public RecorderHealth recorderHealth() {
        return parts.recorderHealth();
    }

    /** Stops the proxy and ends its threads. */
    @Override
    public void close() {
        synchronized (lifecycle) {
            stop();
            parts.close();
        }
    }

    private void enter(ProxyState next) {
        state = next;
        for (Consumer<ProxyState> listener : listeners) listener.accept(next);
    }

    private void requireGoodListen() throws ProxyStartException {
        for (Problem problem : settings().problems())
            if (problem.field().startsWith("listen"))
                throw new ProxyStartException(problem.field() + ": " + problem.message(), 0);
    }

    private static URI baseUrl(ListenSettings listen, int port) {
        String host = listen.loopbackOnly() ? "localhost" : listen.bind();
        String literal = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create("http://" + literal + ":" + port + listen.clientPath());
    }
}
