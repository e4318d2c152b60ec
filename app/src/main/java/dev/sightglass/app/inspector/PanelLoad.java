package dev.sightglass.app.inspector;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.animation.Animation.Status;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Loads what a panel shows, off the FX thread: at most one load at a time, a load for an exchange that is no longer selected
 * is dropped, and a running exchange is loaded again a few times a second at most. FX thread only.
 *
 * @param <T> what is loaded
 */
public final class PanelLoad<T> {
    private static final Duration PAUSE = Duration.millis(200);

    private final InspectorContext context;
    private final Loader<T> loader;
    private final BiConsumer<ExchangeSummary, T> onLoaded;
    private final Consumer<Exception> onFailure;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private @Nullable ExchangeSummary current;
    private @Nullable ExchangeSummary waiting;
    private BackgroundTasks.@Nullable Running running;
    private SlowWork.@Nullable Piece piece;

    /** Reads or computes in the background. */
    @FunctionalInterface
    public interface Loader<T> {
        T load(ExchangeSummary exchange) throws Exception;
    }

    public PanelLoad(
            InspectorContext context,
            Loader<T> loader,
            BiConsumer<ExchangeSummary, T> onLoaded,
            Consumer<Exception> onFailure) {
        this.context = context;
        this.loader = loader;
        this.onLoaded = onLoaded;
        this.onFailure = onFailure;
        pause.setOnFinished(_ -> next());
    }

    /** Loads for this exchange now, or as soon as the load under way for the same one has ended. */
    public void request(ExchangeSummary exchange) {
        if (exchange.equals(current)) return;
        boolean same = current != null && current.id().equals(exchange.id());
        if (!same) cancel();
        if (running != null || pause.getStatus() == Status.RUNNING) waiting = exchange;
        else start(exchange);
    }

    /** Forgets what is under way and what was shown. */
    public void cancel() {
        if (running != null) running.cancel();
        pause.stop();
        over();
        waiting = null;
        current = null;
    }

    private void start(ExchangeSummary exchange) {
        current = exchange;
        piece = context.slowWork().begin();
        running = context.tasks().run(() -> loader.load(exchange), result -> loaded(exchange, result), this::failed);
    }

    private void loaded(ExchangeSummary exchange, T result) {
        over();
        pause.playFromStart();
        onLoaded.accept(exchange, result);
    }

    private void failed(Exception failure) {
        over();
        onFailure.accept(failure);
        next();
    }

    private void over() {
        if (piece != null) piece.end();
        piece = null;
        running = null;
    }

    private void next() {
        ExchangeSummary newer = waiting;
        waiting = null;
        if (newer != null) start(newer);
    }
}
