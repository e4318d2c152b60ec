package dev.sightglass.engine.store.form;

import dev.sightglass.engine.bytes.ByteScan;

/** Counts the words of a list, eight bytes at a time: their numbers are nowhere but in their order. */
public final class WordEnds {
    private static final long ENDS = ByteScan.repeated(WordSet.END);
    private static final long LOWS = 0x7F7F7F7F7F7F7F7FL;

    private WordEnds() {}

    /** How many times {@link WordSet#END} stands from {@code from} to before {@code end}. */
    public static int count(byte[] words, int from, int end) {
        int count = 0;
        int i = from;
        for (; i <= end - 8; i += 8) {
            long other = ByteScan.word(words, i) ^ ENDS;
            // The high bit of each byte that is zero, and no other.
            count += Long.bitCount(~((other & LOWS) + LOWS | other | LOWS));
        }
        for (; i < end; i++) if (words[i] == WordSet.END) count++;
        return count;
    }
}
