package dev.sightglass.app.control.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which words of a line are not in the line that it replaced. */
final class WordDiff {
    /** Stretches of more words count as changed whole: comparing them would take the square of their number. */
    private static final int MOST_COMPARED = 120;

    private WordDiff() {}

    /** Pairs of first character and the one after the last, in the first line, that the second one does not have. */
    static int[] marks(String line, String other) {
        List<String> words = words(line);
        List<String> others = words(other);
        int head = head(words, others);
        int tail = tail(words, others, head);
        int end = words.size() - tail;
        boolean[] kept = new boolean[words.size()];
        Arrays.fill(kept, 0, head, true);
        Arrays.fill(kept, end, kept.length, true);
        int otherEnd = others.size() - tail;
        boolean compares = end - head <= MOST_COMPARED && otherEnd - head <= MOST_COMPARED;
        if (compares) keepCommon(words.subList(head, end), others.subList(head, otherEnd), kept, head);
        return ranges(words, kept);
    }

    private static int head(List<String> one, List<String> other) {
        int most = Math.min(one.size(), other.size());
        int i = 0;
        while (i < most && one.get(i).equals(other.get(i))) i++;
        return i;
    }

    private static int tail(List<String> one, List<String> other, int head) {
        int most = Math.min(one.size(), other.size()) - head;
        int i = 0;
        while (i < most && one.get(one.size() - 1 - i).equals(other.get(other.size() - 1 - i))) i++;
        return i;
    }

    /** Marks as kept the longest common sequence. */
    private static void keepCommon(List<String> one, List<String> other, boolean[] kept, int offset) {
        int[][] lengths = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--)
            for (int k = other.size() - 1; k >= 0; k--)
                lengths[i][k] = one.get(i).equals(other.get(k))
                        ? lengths[i + 1][k + 1] + 1
                        : Math.max(lengths[i + 1][k], lengths[i][k + 1]);
        int i = 0;
        int k = 0;
        while (i < one.size() && k < other.size()) {
            if (one.get(i).equals(other.get(k))) {
                kept[offset + i++] = true;
                k++;
            } else if (lengths[i + 1][k] >= lengths[i][k + 1]) i++;
            else k++;
        }
    }

    private static int[] ranges(List<String> words, boolean[] kept) {
        int[] ranges = new int[words.size() * 2];
        int count = 0;
        int at = 0;
        for (int i = 0; i < kept.length; i++) {
            int end = at + words.get(i).length();
            if (!kept[i]) {
                boolean joins = count > 0 && ranges[count - 1] == at;
                if (joins) count--;
                else ranges[count++] = at;
                ranges[count++] = end;
            }
            at = end;
        }
        return Arrays.copyOf(ranges, count);
    }

    /** Runs of letters and digits; every other character is one of its own. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            int end = at + 1;
            if (Character.isLetterOrDigit(line.charAt(at)))
                while (end < line.length() && Character.isLetterOrDigit(line.charAt(end))) end++;
            words.add(line.substring(at, end));
            at = end;
        }
        return words;
    }
}
