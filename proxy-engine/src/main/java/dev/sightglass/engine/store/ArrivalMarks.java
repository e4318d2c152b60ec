package dev.sightglass.engine.store;

/**
 * When the pieces of a body came: piece {@code i} ends before byte {@code ends[i]} and came {@code times[i]} nanoseconds
 * after the exchange's first byte. Both arrays have one length and grow.
 */
public record ArrivalMarks(long[] times, long[] ends) {
    public static final ArrivalMarks NONE = new ArrivalMarks(new long[0], new long[0]);

    public int size() {
        return times.length;
    }

    /** The time at which the byte at {@code position} was there, or -1 when no mark covers it. */
    public long timeOf(long position) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > position) high = middle;
            else low = middle + 1;
        }
        return low < times.length ? times[low] : -1;
    }
}
