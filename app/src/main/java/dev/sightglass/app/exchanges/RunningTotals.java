package dev.sightglass.app.exchanges;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.engine.model.ExchangeSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The sums over the rows that are shown. They follow each change; of many rows they are taken anew in the background, after the
 * rows have been shown, and told a few times a second. FX thread only.
 */
final class RunningTotals {
    private static final int SMALL = 2_000;
    private static final Duration PACE = Duration.ofMillis(250);
    /** While one types, the rows change again before their totals could be read. */
    private static final Duration SETTLE = Duration.ofMillis(60);

    private final BackgroundTasks tasks;
    private final Totals.Maker maker;
    private final ReadOnlyObjectWrapper<Totals.View> view;
    private Totals running;
    private BackgroundTasks.@Nullable Running summing;
    private BackgroundTasks.@Nullable Running telling;
    private long lastTold = System.nanoTime() - PACE.toNanos();
    /** What has come and gone since summing began. */
    private final List<Change> meanwhile = new ArrayList<>();

    private record Change(ExchangeSummary state, boolean in) {}

    RunningTotals(BackgroundTasks tasks, Totals.Maker maker) {
        this.tasks = tasks;
        this.maker = maker;
        this.running = maker.make();
        this.view = new ReadOnlyObjectWrapper<>(running.view());
    }

    ReadOnlyObjectProperty<Totals.View> viewProperty() {
        return view.getReadOnlyProperty();
    }

    void add(ExchangeSummary state) {
        if (summing != null) meanwhile.add(new Change(state, true));
        else running.add(state);
    }

    /** {@code state} must be the very one that was added. */
    void remove(ExchangeSummary state) {
        if (summing != null) meanwhile.add(new Change(state, false));
        else running.remove(state);
    }

    /** Sums up these instead. */
    void restart(List<ExchangeSummary> states) {
        if (summing != null) summing.cancel();
        summing = null;
        meanwhile.clear();
        if (states.size() <= SMALL) put(sum(states));
        else summing = tasks.repeat(SETTLE, () -> sumInBackground(states));
    }

    private void sumInBackground(List<ExchangeSummary> states) {
        if (summing != null) summing.cancel();
        summing = tasks.run(() -> sum(states), this::put, failure -> {
            summing = null;
            throw new IllegalStateException("the totals could not be summed up", failure);
        });
    }

    private Totals sum(List<ExchangeSummary> states) {
        Totals sums = maker.make();
        for (ExchangeSummary state : states) {
            sums.add(state);
            if (Thread.currentThread().isInterrupted()) break; // nobody wants them any more
        }
        return sums;
    }

    private void put(Totals sums) {
        summing = null;
        running = sums;
        for (Change change : meanwhile) {
            if (change.in()) running.add(change.state());
            else running.remove(change.state());
        }
        meanwhile.clear();
        tellNow();
    }

    /** Lets the property show how it stands, at once or soon. */
    void tell() {
        if (summing != null || telling != null) return;
        Duration rest = PACE.minusNanos(System.nanoTime() - lastTold);
        if (running.count() <= SMALL || rest.isNegative()) tellNow();
        else telling = tasks.repeat(rest, this::tellNow);
    }

    private void tellNow() {
        if (telling != null) telling.cancel();
        telling = null;
        if (summing != null) return;
        lastTold = System.nanoTime();
        view.set(running.view());
    }
}
