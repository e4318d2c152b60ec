package dev.sightglass.app.control.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects hits up to the limit. */
final class HitList {
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int count;

    /** Tells whether there is room for more. */
    boolean add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count++] = end;
        return count < TextSearch.MOST_HITS;
    }

    SearchHits result(boolean complete, @Nullable String problem) {
        return new SearchHits(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count), complete, problem);
    }
}
