package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An order of rows by the values of columns, ties by number. To put many rows in order, the first column's values are taken out
 * once and not at each comparison.
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

    /** A row's first value, and where its state is found. */
    private record Keyed(@Nullable Comparable<Object> value, int place) {}

    /** {@code levels}, one at least, the most important first. */
    RowOrder(List<Level> levels) {
        this.levels = List.copyOf(levels);
    }

    @Override
    public int compare(ExchangeSummary one, ExchangeSummary other) {
        return compare(0, one, other);
    }

    private int compare(int from, ExchangeSummary one, ExchangeSummary other) {
        for (Level level : levels.subList(from, levels.size())) {
            int order = level.compare(one, other);
            if (order != 0) return order;
        }
        return one.id().compareTo(other.id());
    }

    /** These places, which rise with the rows' numbers, in the order of their states. */
    int[] sorted(int[] places, IntFunction<ExchangeSummary> state) {
        Level first = levels.getFirst();
        Keyed[] keyed = IntStream.of(places)
                .parallel()
                .mapToObj(place -> new Keyed(first.column().value(state.apply(place)), place))
                .toArray(Keyed[]::new);
        boolean only = levels.size() == 1;
        Arrays.parallelSort(keyed, (one, other) -> {
            int order = first.compare(one.value(), other.value());
            if (order != 0) return order;
            return only
                    ? Integer.compare(one.place(), other.place())
                    : compare(1, state.apply(one.place()), state.apply(other.place()));
        });
        return Arrays.stream(keyed).mapToInt(Keyed::place).toArray();
    }
}
