package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import org.jspecify.annotations.Nullable;

/**
 * One row: stays the same object while its exchange changes, so that selection and scroll position survive. FX
 * thread only, but for the summary.
 *
 * <p>Only the cell that shows the row, if any does, is told of changes: a hundred thousand rows carry no listeners.
 */
public final class ExchangeRow {
    /** Volatile, since a snapshot in the background reads it. */
    private volatile ExchangeSummary summary;

    private @Nullable Runnable watcher;

    public ExchangeRow(ExchangeSummary summary) {
        this.summary = summary;
    }

    public ExchangeId id() {
        return summary.id();
    }

    public ExchangeSummary summary() {
        return summary;
    }

    public RowState state() {
        return RowState.of(summary);
    }

    void update(ExchangeSummary newer) {
        summary = newer;
        Runnable told = watcher;
        if (told != null) told.run();
    }

    /** The one watcher is told after each change. */
    void watch(Runnable newWatcher) {
        watcher = newWatcher;
    }

    /** Ends {@link #watch}, unless another watcher has taken over since. */
    void unwatch(Runnable oldWatcher) {
        if (watcher == oldWatcher) watcher = null;
    }
}
