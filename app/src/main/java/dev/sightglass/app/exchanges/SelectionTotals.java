package dev.sightglass.app.exchanges;

import dev.sightglass.app.feed.BackgroundTasks;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Sums over the chosen rows, when there are several: of many they are taken in the background, now and then. FX thread only. */
public final class SelectionTotals {
    private static final int SMALL = 500;
    private static final Duration PACE = Duration.ofMillis(500);

    private final BackgroundTasks tasks;
    private final Totals.Maker maker;
    private final ReadOnlyObjectWrapper<Totals.@Nullable View> view = new ReadOnlyObjectWrapper<>();
    private List<ExchangeRow> chosen = List.of();
    private BackgroundTasks.@Nullable Running summing;
    private BackgroundTasks.@Nullable Running resting;
    private boolean stale;

    public SelectionTotals(BackgroundTasks tasks, Totals.Maker maker) {
        this.tasks = tasks;
        this.maker = maker;
    }

    /** Null while fewer than two rows are chosen. */
    public ReadOnlyObjectProperty<Totals.@Nullable View> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** These rows, which may change later. */
    public void choose(List<ExchangeRow> rows) {
        if (summing != null) summing.cancel();
        if (resting != null) resting.cancel();
        summing = null;
        resting = null;
        chosen = List.copyOf(rows);
        sum();
    }

    /** Some rows have changed, perhaps of those that are chosen. */
    public void update() {
        stale = true;
        if (summing == null && resting == null) sum();
    }

    private void sum() {
        List<ExchangeRow> rows = chosen;
        stale = false;
        if (rows.size() < 2) view.set(null);
        else if (rows.size() <= SMALL) view.set(sum(rows).view());
        else
            summing = tasks.run(() -> sum(rows).view(), this::summed, failure -> {
                summing = null;
                throw new IllegalStateException("the chosen rows could not be summed up", failure);
            });
    }

    private Totals sum(List<ExchangeRow> rows) {
        Totals sums = maker.make();
        for (ExchangeRow row : rows) sums.add(row.summary());
        return sums;
    }

    private void summed(Totals.View sums) {
        summing = null;
        view.set(sums);
        resting = tasks.repeat(PACE, this::rested);
    }

    private void rested() {
        if (resting != null) resting.cancel();
        resting = null;
        if (stale) sum();
    }
}
