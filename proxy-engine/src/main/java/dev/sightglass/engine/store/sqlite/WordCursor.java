package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.NumberLists;
import dev.sightglass.engine.store.form.WordSet;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes over words in their order, each with the numbers of the units that have it. */
final class WordCursor {
    private static final int[] ONLY = {0};

    private final byte[] words;
    private final int units;
    /** Null when there is just one unit, which has all words. */
    private final @Nullable List<byte[]> lists;
    /** The new number of each unit, ascending; -1 for one that is left out. */
    private final int[] renumbered;

    private int start;
    private int end;
    private int word = -1;
    /** The word's first bytes: most words are told apart by them. */
    private long beginning;

    private NumberLists.@Nullable Reader reader;

    /** @param first where the first word starts */
    private WordCursor(byte[] words, int first, int units, @Nullable List<byte[]> lists, int[] renumbered) {
        this.words = words;
        this.end = first - 1;
        this.units = units;
        this.lists = lists;
        this.renumbered = renumbered;
    }

    /** The words of one unit, as {@link WordSet#take} gives them. */
    static WordCursor ofOne(byte[] words, int number) {
        return new WordCursor(words, 0, 1, null, new int[] {number});
    }

    /** Words as {@link WordMerge.Merged} has them. */
    static WordCursor of(byte[] words, List<byte[]> lists, int[] renumbered) {
        return new WordCursor(words, 1, renumbered.length, lists, renumbered);
    }

    /** Goes to the next word; false when there is none. */
    boolean next() {
        start = end + 1;
        if (start >= words.length) return false;
        end = start;
        while (words[end] != WordSet.END) end++;
        word++;
        beginning = 0;
        for (int i = 0; i < 7; i++) beginning = beginning << 8 | (start + i < end ? words[start + i] & 0xFF : 0);
        return true;
    }

    int compare(WordCursor other) {
        if (beginning != other.beginning) return Long.compare(beginning, other.beginning);
        return Arrays.compareUnsigned(words, start, end, other.words, other.start, other.end);
    }

    boolean isSame(WordCursor other) {
        return beginning == other.beginning && Arrays.equals(words, start, end, other.words, other.start, other.end);
    }

    byte[] words() {
        return words;
    }

    int start() {
        return start;
    }

    /** After the byte that ends the word. */
    int end() {
        return end + 1;
    }

    /** Adds the word's units, by their new numbers, to {@code numbers} from {@code at} on; returns where they end. */
    int units(int[] numbers, int at) {
        int[] own = ONLY;
        int count = 1;
        if (lists != null) {
            int place = word % NumberLists.CHUNK;
            if (reader == null || place == 0)
                reader = new NumberLists.Reader(lists.get(word / NumberLists.CHUNK), units);
            reader.read(place);
            own = reader.numbers();
            count = reader.count();
        }
        int to = at;
        for (int i = 0; i < count; i++) if (renumbered[own[i]] >= 0) numbers[to++] = renumbered[own[i]];
        return to;
    }
}
