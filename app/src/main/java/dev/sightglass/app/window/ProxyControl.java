package dev.sightglass.app.window;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.ProxyEngine;
import dev.sightglass.engine.ProxyStartException;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.settings.EngineSettings;
import java.net.URI;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The proxy as the window drives it: every step in the background, its state on the FX thread. */
public final class ProxyControl {
    private final ProxyEngine engine;
    private final BackgroundTasks tasks;
    private final @Nullable String barred;
    private final ReadOnlyObjectWrapper<ProxyState> state;
    private final ReadOnlyObjectWrapper<EngineSettings> settings;
    private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();

    /**
     * Why the proxy did not start.
     *
     * @param freePort a port to offer instead, or 0
     */
    public record Trouble(String message, int freePort) {}

    /** @param barred why nothing can be recorded, so that the proxy stays off; null when it may run */
    public ProxyControl(ProxyEngine engine, BackgroundTasks tasks, @Nullable String barred) {
        this.barred = barred;
        this.engine = engine;
        this.tasks = tasks;
        this.state = new ReadOnlyObjectWrapper<>(engine.state());
        this.settings = new ReadOnlyObjectWrapper<>(engine.settings());
        engine.onState(now -> tasks.onFxThread(() -> state.set(now)));
    }

    // Properties

    public ReadOnlyObjectProperty<ProxyState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The settings that hold now. */
    public ReadOnlyObjectProperty<EngineSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Why the last start failed; null when it did not. */
    public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** What clients are given: the real address while the proxy runs, else the one that it would have. */
    public String address() {
        if (state.get() instanceof ProxyState.Running running)
            return running.baseUrl().toString();
        var listen = settings.get().listen();
        String host = listen.loopbackOnly() ? "localhost" : listen.bind();
        return URI.create("http://" + host + ":" + listen.port() + listen.basePath())
                .toString();
    }

    /** The same to look at: the token is left out, if one is wanted. */
    public String shownAddress() {
        String token = engine.settings().listen().token();
        return token == null ? address() : address().replace("/" + token, "/\u2026");
    }

    /** Why the proxy cannot be started here; null when it can. */
    public @Nullable String barred() {
        return barred;
    }

    public boolean running() {
        return state.get() instanceof ProxyState.Running;
    }

    // Commands

    public void toggle() {
        switch (state.get()) {
            case ProxyState.Running _ -> stop();
            case ProxyState.Stopped _, ProxyState.Failed _ -> start();
            case ProxyState.Starting _, ProxyState.Stopping _ -> {}
        }
    }

    /** Every request must have its row: where none can be kept the proxy stays off. */
    public void start() {
        trouble.set(barred == null ? null : new Trouble(Messages.text("proxy.barred", barred), 0));
        if (barred == null) run(engine::start);
    }

    public void stop() {
        run(engine::stop);
    }

    public void restart() {
        trouble.set(null);
        run(engine::restart);
    }

    /** Listens on this port from now on, and starts. */
    public void startOn(int port) {
        EngineSettings now = settings.get();
        apply(now.with(now.listen().withPort(port)));
        start();
    }

    /**
     * Takes other settings.
     *
     * @return true when the running proxy must be restarted for a part of them
     */
    public boolean apply(EngineSettings other) {
        boolean restart = engine.apply(other);
        settings.set(other);
        return restart;
    }

    private interface Step {
        void run() throws ProxyStartException;
    }

    private void run(Step step) {
        tasks.run(
                () -> {
                    step.run();
                    return true;
                },
                _ -> {},
                this::failed);
    }

    private void failed(Exception failure) {
        trouble.set(
                failure instanceof ProxyStartException start
                        ? new Trouble(start.reason(), start.suggestedPort().orElse(0))
                        : new Trouble(String.valueOf(failure.getMessage()), 0));
    }
}
