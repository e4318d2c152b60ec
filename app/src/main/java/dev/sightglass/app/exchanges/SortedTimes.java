package dev.sightglass.app.exchanges;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Durations of which the median is wanted now and then. What comes and goes between two questions is worked in at once, in one
 * walk over all. Not thread-safe.
 */
final class SortedTimes {
    /** Nanoseconds, rising. */
    private long[] sorted = new long[0];

    private final Pending added = new Pending();
    private final Pending removed = new Pending();

    /** A growing array. */
    private static final class Pending {
        private long[] nanos = new long[16];
        private int count;

        void add(long value) {
            if (count == nanos.length) nanos = Arrays.copyOf(nanos, count * 2);
            nanos[count++] = value;
        }

        long[] take() {
            long[] taken = Arrays.copyOf(nanos, count);
            Arrays.sort(taken);
            nanos = new long[16];
            count = 0;
            return taken;
        }
    }

    void add(long nanos) {
        added.add(nanos);
    }

    /** {@code nanos} must have been added before. */
    void remove(long nanos) {
        removed.add(nanos);
    }

    /** Null when there are none. Of an even number the lower of the two in the middle. */
    @Nullable
    Duration median() {
        if (added.count > 0 || removed.count > 0) merge(added.take(), removed.take());
        return sorted.length == 0 ? null : Duration.ofNanos(sorted[(sorted.length - 1) / 2]);
    }

    private void merge(long[] coming, long[] going) {
        long[] merged = new long[sorted.length + coming.length - going.length];
        int old = 0;
        int fresh = 0;
        int gone = 0;
        int at = 0;
        while (old < sorted.length || fresh < coming.length) {
            boolean fromOld = fresh == coming.length || (old < sorted.length && sorted[old] <= coming[fresh]);
            long next = fromOld ? sorted[old++] : coming[fresh++];
            if (gone < going.length && going[gone] == next) gone++;
            else merged[at++] = next;
        }
        sorted = merged;
    }
}
