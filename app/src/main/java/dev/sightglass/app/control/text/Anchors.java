package dev.sightglass.app.control.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines that occur once in both texts, as many as stand in the same order: the longest increasing sequence. */
final class Anchors {
    private static final int REPEATED = -2;
    private static final int NONE = -1;

    private Anchors() {}

    /** Pairs of old and new line indexes, in order. */
    static List<int[]> of(List<String> before, List<String> after, Stretch part) {
        Map<String, int[]> places = new HashMap<>();
        for (int i = part.oldFrom(); i < part.oldTo(); i++) note(places, before.get(i), 0, i);
        for (int i = part.newFrom(); i < part.newTo(); i++) note(places, after.get(i), 1, i);
        List<int[]> candidates = new ArrayList<>();
        for (int i = part.oldFrom(); i < part.oldTo(); i++) {
            int[] place = places.get(before.get(i));
            if (place != null && place[0] == i && place[1] >= 0) candidates.add(place);
        }
        return increasing(candidates);
    }

    private static void note(Map<String, int[]> places, String line, int side, int index) {
        int[] place = places.computeIfAbsent(line, _ -> new int[] {NONE, NONE});
        place[side] = place[side] == NONE ? index : REPEATED;
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
