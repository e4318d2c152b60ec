package dev.sightglass.app.control.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines that occur once in both texts, as many as stand in the same order: the longest increasing sequence. */
final class Anchors {
    private static final int REPEATED = -2;
    private static final int NONE = -1;

    private final int[] oldPlaces;
    private final int[] newPlaces;

    /** @param count of different lines, which are numbered from 0 */
    Anchors(int count) {
        oldPlaces = new int[count];
        newPlaces = new int[count];
        Arrays.fill(oldPlaces, NONE);
        Arrays.fill(newPlaces, NONE);
    }

    /** Pairs of old and new line indexes, in order. */
    List<int[]> of(int[] before, int[] after, Stretch part) {
        for (int i = part.oldFrom(); i < part.oldTo(); i++) note(oldPlaces, before[i], i);
        for (int i = part.newFrom(); i < part.newTo(); i++) note(newPlaces, after[i], i);
        List<int[]> candidates = new ArrayList<>();
        for (int i = part.oldFrom(); i < part.oldTo(); i++) {
            int other = newPlaces[before[i]];
            if (oldPlaces[before[i]] == i && other >= 0) candidates.add(new int[] {i, other});
        }
        // Only what was noted is forgotten: clearing all each time would cost more than the comparison.
        for (int i = part.oldFrom(); i < part.oldTo(); i++) oldPlaces[before[i]] = NONE;
        for (int i = part.newFrom(); i < part.newTo(); i++) newPlaces[after[i]] = NONE;
        return increasing(candidates);
    }

    private static void note(int[] places, int line, int index) {
        places[line] = places[line] == NONE ? index : REPEATED;
    }

    private static List<int[]> increasing(List<int[]> candidates) {
        int[] tails = new int[candidates.size()];
        int[] previous = new int[candidates.size()];
        int length = 0;
        for (int i = 0; i < candidates.size(); i++) {
            int wanted = candidates.get(i)[1];
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (candidates.get(tails[middle])[1] < wanted) low = middle + 1;
                else high = middle;
            }
            previous[i] = low == 0 ? NONE : tails[low - 1];
            tails[low] = i;
            if (low == length) length++;
        }
        int[][] chosen = new int[length][];
        for (int i = length == 0 ? NONE : tails[length - 1], k = length - 1; i != NONE; i = previous[i], k--)
            chosen[k] = candidates.get(i);
        return Arrays.asList(chosen);
    }
}
