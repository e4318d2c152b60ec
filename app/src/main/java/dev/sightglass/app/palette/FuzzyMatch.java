package dev.sightglass.app.palette;

import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/**
 * How a few letters fit a title: each word's letters stand in it in order, with others between them or not. Starts of words
 * and letters side by side count most.
 *
 * @param score higher is better; comparable between titles for the same letters
 * @param letters the places in the title that matched
 */
record FuzzyMatch(int score, BitSet letters) {
    private static final int NOWHERE = Integer.MIN_VALUE / 2;
    private static final int WORD_START = 10;
    private static final int SIDE_BY_SIDE = 8;
    private static final int GAP = 2;

    /** Empty when the title lacks a letter. Nothing typed fits everything. */
    static Optional<FuzzyMatch> of(String typed, String title) {
        BitSet letters = new BitSet();
        int score = 0;
        for (String word : typed.toLowerCase(Locale.ROOT).split("\\s+", 0)) {
            if (word.isEmpty()) continue;
            Optional<FuzzyMatch> match = ofWord(word, title.toLowerCase(Locale.ROOT));
            if (match.isEmpty()) return Optional.empty();
            letters.or(match.get().letters());
            score += match.get().score();
        }
        return Optional.of(new FuzzyMatch(score - title.length() / 8, letters));
    }

    /** The best places by dynamic programming: {@code best[i][p]} has letter {@code i} at place {@code p}. */
    private static Optional<FuzzyMatch> ofWord(String word, String title) {
        int n = title.length();
        int[][] best = new int[word.length()][n];
        int[][] from = new int[word.length()][n];
        for (int i = 0; i < word.length(); i++) {
            int leap = i == 0 ? 0 : NOWHERE;
            int leapFrom = -1;
            for (int p = 0; p < n; p++) {
                best[i][p] = NOWHERE;
                if (i > 0 && p >= 2 && best[i - 1][p - 2] - GAP > leap) {
                    leap = best[i - 1][p - 2] - GAP;
                    leapFrom = p - 2;
                }
                if (title.charAt(p) != word.charAt(i)) continue;
                int beside = i > 0 && p > 0 ? best[i - 1][p - 1] + SIDE_BY_SIDE : NOWHERE;
                int before = Math.max(leap, beside);
                if (before <= NOWHERE / 2) continue;
                best[i][p] = before + (startsWord(title, p) ? WORD_START : 1);
                from[i][p] = beside >= leap ? p - 1 : leapFrom;
            }
        }
        return trace(best, from);
    }

    private static Optional<FuzzyMatch> trace(int[][] best, int[][] from) {
        int last = best.length - 1;
        int end = -1;
        for (int p = 0; p < best[last].length; p++)
            if (best[last][p] > NOWHERE / 2 && (end < 0 || best[last][p] > best[last][end])) end = p;
        if (end < 0) return Optional.empty();
        BitSet letters = new BitSet();
        int p = end;
        for (int i = last; i >= 0; i--) {
            letters.set(p);
            p = from[i][p];
        }
        return Optional.of(new FuzzyMatch(best[last][end], letters));
    }

    private static boolean startsWord(String title, int p) {
        return p == 0 || !Character.isLetterOrDigit(title.charAt(p - 1));
    }
}
