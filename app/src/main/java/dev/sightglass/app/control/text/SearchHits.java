package dev.sightglass.app.control.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a search found something, in order.
 *
 * @param starts first byte of each hit
 * @param ends the byte after each hit
 * @param complete false when the search stopped at its limit of hits or time
 * @param problem why there is no (full) result, for a person; null when there is nothing to say
 */
public record SearchHits(
        int[] starts,
        int[] ends,
        boolean complete,
        @Nullable String problem) {
    public static final SearchHits NONE = new SearchHits(new int[0], new int[0], true, null);

    static SearchHits failed(String problem) {
        return new SearchHits(new int[0], new int[0], false, problem);
    }

    public int size() {
        return starts.length;
    }

    /** The first hit that begins at or after the position; {@code size()} when there is none. */
    public int firstFrom(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 1;
    }
}
