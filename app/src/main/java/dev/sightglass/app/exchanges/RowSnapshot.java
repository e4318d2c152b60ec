package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All rows at one moment, each in the one state in which it is asked, counted and sorted, although it may change meanwhile. Made
 * on the FX thread, worked with in the background by one task.
 */
final class RowSnapshot {
    /** Rows that one thread asks in a go. */
    private static final int SLICE = 4_096;

    private final ExchangeRow[] rows;
    private final @Nullable ExchangeSummary[] states;
    private volatile boolean unwanted;

    /** {@code rows} by number. */
    RowSnapshot(List<ExchangeRow> rows) {
        this.rows = rows.toArray(ExchangeRow[]::new);
        this.states = new ExchangeSummary[this.rows.length];
    }

    /** Some of the rows, in order. {@code states} are theirs. */
    record Picked(ArrayList<ExchangeRow> rows, List<ExchangeSummary> states, Comparator<ExchangeSummary> order) {}

    /** Ends {@link #pick} soon, by an exception. */
    void cancel() {
        unwanted = true;
    }

    /** Those that pass, in this order. */
    Picked pick(Predicate<ExchangeSummary> wanted, Comparator<ExchangeSummary> order) {
        int[][] slices = IntStream.range(0, (rows.length + SLICE - 1) / SLICE)
                .parallel()
                .mapToObj(slice -> passing(slice * SLICE, wanted))
                .toArray(int[][]::new);
        int[] places = Arrays.stream(slices).flatMapToInt(Arrays::stream).toArray();
        if (order instanceof RowOrder keyed) places = keyed.sorted(places, this::state);
        else if (order != ExchangeListModel.BY_NUMBER)
            places = IntStream.of(places)
                    .boxed()
                    .sorted(Comparator.comparing(this::state, order))
                    .mapToInt(Integer::intValue)
                    .toArray();
        return picked(places, order);
    }

    private int[] passing(int from, Predicate<ExchangeSummary> wanted) {
        if (unwanted) throw new CancellationException();
        int[] found = new int[SLICE];
        int count = 0;
        for (int place = from; place < Math.min(from + SLICE, rows.length); place++)
            if (wanted.test(state(place))) found[count++] = place;
        return Arrays.copyOf(found, count);
    }

    private Picked picked(int[] places, Comparator<ExchangeSummary> order) {
        ArrayList<ExchangeRow> shown = new ArrayList<>(places.length);
        ExchangeSummary[] theirs = new ExchangeSummary[places.length];
        for (int i = 0; i < places.length; i++) {
            shown.add(rows[places[i]]);
            theirs[i] = state(places[i]);
        }
        return new Picked(shown, Arrays.asList(theirs), order);
    }

    /** Each place is asked by one thread at a time. */
    private ExchangeSummary state(int place) {
        ExchangeSummary known = states[place];
        if (known == null) {
            known = rows[place].summary();
            states[place] = known;
        }
        return known;
    }

    /** The state in which the row was asked; null when it is newer than the snapshot. */
    @Nullable
    ExchangeSummary stateOf(ExchangeRow row) {
        int place = Arrays.binarySearch(rows, row, Comparator.comparing(ExchangeRow::id));
        return place < 0 ? null : states[place];
    }
}
