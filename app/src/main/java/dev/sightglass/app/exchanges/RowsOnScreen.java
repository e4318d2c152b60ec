package dev.sightglass.app.exchanges;

import dev.sightglass.app.feed.BackgroundTasks;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that are on screen, and what they have in common: the scale of their waterfalls, and a pulse while any runs. */
final class RowsOnScreen {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final double PULSE_SECONDS = 1.6;

    private final BackgroundTasks tasks;
    private final Clock clock;
    private final Set<ExchangeTableRow> rows = Collections.newSetFromMap(new WeakHashMap<>());
    private @Nullable TimeScale scale;
    private BackgroundTasks.@Nullable Running ticking;

    RowsOnScreen(BackgroundTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    ExchangeTableRow add(ExchangeTableRow row) {
        rows.add(row);
        return row;
    }

    void columnsChanged() {
        rows.forEach(ExchangeTableRow::columnsChanged);
    }

    /** Draws the rows that have changed, and all waterfalls. */
    void draw() {
        rows.forEach(ExchangeTableRow::drawIfDirty);
        rescale();
    }

    // Waterfalls

    /** Null while nothing has been laid out. */
    @Nullable
    TimeScale scale() {
        return scale;
    }

    /** Draws the waterfalls on the scale that suits the rows in sight. */
    private void rescale() {
        List<TimeScale.Span> spans = inSight()
                .map(row -> WaterfallBar.span(row.getItem().summary(), clock))
                .toList();
        scale = TimeScale.over(new ArrayList<>(spans));
        rows.forEach(ExchangeTableRow::rescale);
    }

    private Stream<ExchangeTableRow> inSight() {
        return rows.stream().filter(row -> row.isVisible() && row.getItem() != null && row.getParent() != null);
    }

    // Place

    /** Index of the first row in sight, or a very large number. */
    int first() {
        return inSight().mapToInt(ExchangeTableRow::getIndex).min().orElse(Integer.MAX_VALUE);
    }

    /** Index of the last row in sight, or -1. */
    int last() {
        return inSight().mapToInt(ExchangeTableRow::getIndex).max().orElse(-1);
    }

    // Time

    /** What moves with time is drawn again and again from now on, or no more. */
    void keepTicking(boolean needed) {
        if (needed && ticking == null) ticking = tasks.repeat(TICK, this::tick);
        else if (!needed && ticking != null) {
            ticking.cancel();
            ticking = null;
        }
    }

    private void tick() {
        double phase = System.nanoTime() / 1e9 / PULSE_SECONDS * 2 * Math.PI;
        double pulse = 0.65 + 0.35 * Math.sin(phase);
        rescale();
        rows.forEach(row -> row.tick(pulse));
    }
}
