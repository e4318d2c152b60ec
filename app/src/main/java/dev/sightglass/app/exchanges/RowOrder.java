package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An order of rows by the values of columns, ties by number. To put many rows in order, each value is taken out once and
 * not at each comparison.
 */
final class RowOrder implements Comparator<ExchangeSummary> {
    private final List<Level> levels;

    /** Unknown values come last, or first when descending. */
    record Level(ExchangeColumn column, boolean descending) {
        int compare(@Nullable Comparable<Object> one, @Nullable Comparable<Object> other) {
            int order =
                    one == null || other == null ? Boolean.compare(one == null, other == null) : one.compareTo(other);
            return descending ? -order : order;
        }

        int compare(ExchangeSummary one, ExchangeSummary other) {
            return compare(column.value(one), column.value(other));
        }
    }

    /** {@code levels}, one at least, the most important first. */
    RowOrder(List<Level> levels) {
        this.levels = List.copyOf(levels);
    }

    @Override
    public int compare(ExchangeSummary one, ExchangeSummary other) {
        for (Level level : levels) {
            int order = level.compare(one, other);
            if (order != 0) return order;
        }
        return one.id().compareTo(other.id());
    }

    /** These places, which rise with the rows' numbers, in the order of their states. */
    int[] sorted(int[] places, IntFunction<ExchangeSummary> state) {
        int[] sorted = places;
        // The least important first: what is equal at a level keeps the order of those after it.
        for (Level level : levels.reversed())
            sorted = SortKeys.sorted(sorted, SortKeys.of(values(level, sorted, state)), level.descending());
        return sorted;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Comparable<Object>[] values(
            Level level, int[] places, IntFunction<ExchangeSummary> state) {
        return IntStream.of(places)
                .parallel()
                .mapToObj(place -> level.column().value(state.apply(place)))
                .toArray(Comparable[]::new);
    }
}
