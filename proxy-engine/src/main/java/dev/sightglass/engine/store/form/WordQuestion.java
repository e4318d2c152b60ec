package dev.sightglass.engine.store.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a text asks of the words of bytes that hold it: for each of its parts one word that has the part in it, at its
 * beginning or at its end where the text goes on there. Bytes that lack one do not hold the text; those that have all may.
 */
public final class WordQuestion {
    private final List<FoldedScan> parts = new ArrayList<>();

    /** The longest part first, which the fewest words have. */
    public WordQuestion(String asked) {
        String text = Letters.fold(asked);
        List<byte[]> found = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i < text.length() && WordSet.kind(text.charAt(i)) == WordSet.kind(text.charAt(start))) continue;
            add(text, start, i, found);
            start = i;
        }
        found.sort(Comparator.comparingInt((byte[] part) -> part.length).reversed());
        found.forEach(part -> parts.add(new FoldedScan(part)));
    }

    private static void add(String text, int start, int end, List<byte[]> parts) {
        switch (WordSet.kind(text.charAt(start))) {
            case SIGN, SPARSE -> addOther(text, start, Math.min(end, start + WordSet.OVERLAP_FOREIGN), parts);
            case DENSE -> {
                if (end - start == 1) addOther(text, start, end, parts);
                for (int i = start; i + 2 <= end; i++) addOther(text, i, i + 2, parts);
            }
            case WORD -> parts.add(word(text, start, end));
            case BORDER -> {}
        }
    }

    private static void addOther(String text, int start, int end, List<byte[]> parts) {
        parts.add(WordSet.form(text, start, end));
    }

    /**
     * Whatever stands after a part ends the word, since escapes begin with a backslash. What stands before begins it only when
     * it is never an escape: the n of an escaped line break is in the same run.
     */
    private static byte[] word(String text, int start, int end) {
        boolean begins = start > 0 && Letters.isPlain(text.charAt(start - 1));
        boolean ends = end < text.length();
        int from = start;
        int to = end;
        if (to - from > WordSet.OVERLAP) {
            if (begins || !ends) {
                to = from + WordSet.OVERLAP;
                ends = false;
            } else from = to - WordSet.OVERLAP;
        }
        ByteSink part = new ByteSink(to - from + 2);
        if (begins) part.put(WordSet.END);
        for (int i = from; i < to; i++) part.put(text.charAt(i));
        if (ends) part.put(WordSet.END);
        return part.toBytes();
    }

    /** False when the text says nothing of words: then all bytes may hold it. */
    public boolean asks() {
        return !parts.isEmpty();
    }

    public int parts() {
        return parts.size();
    }

    /**
     * The first word from {@code from} on that has a part: where it stands.
     *
     * @param words as {@link WordSet#take} gives them, with an {@link WordSet#END} before the first
     * @param from where to begin, at the end of a word
     */
    public int find(int part, byte[] words, int from) {
        return parts.get(part).indexOf(words, from, words.length);
    }
}
