package dev.sightglass.engine.store.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Says of some bytes that a text is surely not in them. One bit for each three letters or digits in a row, placed by a hash,
 * about two places for each that occurs: a word of some length passes by chance in one of many texts only. Letter case aside;
 * escapes of JSON do not matter since only runs of letters and digits count.
 */
public final class Sieve {
    private static final int HASH_BITS = 18;
    private static final int SMALLEST = 64;
    private static final int LARGEST = 1 << 16;

    private final long[] seen = new long[1 << (HASH_BITS - 6)];
    private int count;

    /** Not for use by two threads at once. Takes in some more bytes. */
    public Sieve add(byte[] bytes) {
        int gram = 0;
        int run = 0;
        for (byte b : bytes) {
            if (!isWord(b)) {
                run = 0;
                continue;
            }
            gram = (gram << 8 | FoldedScan.fold(b)) & 0xFFFFFF;
            if (++run >= 3) set(hash(gram));
        }
        return this;
    }

    private void set(int hash) {
        long bit = 1L << hash;
        if ((seen[hash >>> 6] & bit) != 0) return;
        seen[hash >>> 6] |= bit;
        count++;
    }

    /** The bits so far, a power of two of them; leaves the sieve empty for the next bytes. */
    public byte[] take() {
        int size = Math.clamp((long) Integer.highestOneBit(Math.max(1, count * 2 - 1)) << 1, SMALLEST, LARGEST);
        byte[] bits = new byte[size / 8];
        for (int word = 0; word < seen.length; word++) {
            for (long rest = seen[word]; rest != 0; rest &= rest - 1) {
                int place = (word << 6 | Long.numberOfTrailingZeros(rest)) & (size - 1);
                bits[place >>> 3] |= (byte) (1 << (place & 7));
            }
            seen[word] = 0;
        }
        count = 0;
        return bits;
    }

    /** What a text asks of a sieve; empty when it is too short to say anything. */
    public static int[] question(String text) {
        List<Integer> hashes = new ArrayList<>();
        int gram = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || !isWord((byte) c)) {
                run = 0;
                continue;
            }
            gram = (gram << 8 | FoldedScan.fold((byte) c)) & 0xFFFFFF;
            if (++run >= 3) hashes.add(hash(gram));
        }
        return hashes.stream().distinct().mapToInt(Integer::intValue).toArray();
    }

    /** False when the text of the question is surely not in what made the bits, which stand in {@code from} at {@code start}. */
    public static boolean mayHold(byte[] from, int start, int length, int[] question) {
        int mask = length * 8 - 1;
        for (int hash : question) {
            int place = hash & mask;
            if ((from[start + (place >>> 3)] & 1 << (place & 7)) == 0) return false;
        }
        return true;
    }

    private static boolean isWord(byte b) {
        return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b == '_';
    }

    private static int hash(int gram) {
        return gram * 0x9E3779B1 >>> 32 - HASH_BITS;
    }
}
