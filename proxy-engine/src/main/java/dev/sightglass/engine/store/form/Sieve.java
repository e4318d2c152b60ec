package dev.sightglass.engine.store.form;

import java.util.ArrayList;
import java.util.List;

/**
 * Says of some bytes that a text is surely not in them. One bit for each four letters or digits in a row, placed by a hash,
 * among three quarters as many places again as occur: a word of ten letters passes by chance in one of 300 texts. Letter case
 * aside; escapes of JSON do not matter since only runs of letters and digits count. For one thread.
 */
public final class Sieve {
    /**
     * So many letters in a row have a bit. Three, of an earlier version, are in most texts somewhere; five say nothing of the
     * short words that are looked for most.
     */
    public static final int LETTERS = 4;

    private static final int HASH_BITS = 18;
    /** Places for each hash that occurs. */
    private static final double PLACES = 1.75;

    private static final int LARGEST = 1 << 16;

    private final int letters;
    private final int mask;
    private final long[] seen = new long[1 << (HASH_BITS - 6)];
    private final long[] taken = new long[1 << (HASH_BITS - 6)];
    private int count;

    public Sieve() {
        this(LETTERS);
    }

    /** With bits for so many letters in a row, 3 or 4. */
    public Sieve(int letters) {
        this.letters = letters;
        mask = mask(letters);
    }

    private static int mask(int letters) {
        return -1 >>> 32 - 8 * letters;
    }

    /** Takes in some more bytes. */
    public Sieve add(byte[] bytes) {
        int gram = 0;
        int run = 0;
        for (byte b : bytes) {
            if (!isWord(b)) {
                run = 0;
                continue;
            }
            gram = (gram << 8 | FoldedScan.fold(b)) & mask;
            if (++run >= letters) set(hash(gram));
        }
        return this;
    }

    private void set(int hash) {
        long bit = 1L << hash;
        if ((seen[hash >>> 6] & bit) != 0) return;
        seen[hash >>> 6] |= bit;
        count++;
    }

    /** Leaves out what was in the bytes of the last {@link #take}. */
    public Sieve withoutLast() {
        count = 0;
        for (int i = 0; i < seen.length; i++) {
            seen[i] &= ~taken[i];
            count += Long.bitCount(seen[i]);
        }
        return this;
    }

    /** The bits so far; leaves the sieve empty for the next bytes. */
    public byte[] take() {
        byte[] bits = new byte[Math.clamp(Math.round(count * PLACES / 8), 1, LARGEST / 8)];
        for (int word = 0; word < seen.length; word++) {
            for (long rest = seen[word]; rest != 0; rest &= rest - 1) {
                int place = place(word << 6 | Long.numberOfTrailingZeros(rest), bits.length);
                bits[place >>> 3] |= (byte) (1 << (place & 7));
            }
            taken[word] = seen[word];
            seen[word] = 0;
        }
        count = 0;
        return bits;
    }

    /** What a text asks of a sieve; empty when it is too short to say anything. */
    public static int[] question(String text) {
        return question(text, LETTERS);
    }

    /** The same for a sieve of so many letters, 3 or 4. */
    public static int[] question(String text, int letters) {
        int mask = mask(letters);
        List<Integer> hashes = new ArrayList<>();
        int gram = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || !isWord((byte) c)) {
                run = 0;
                continue;
            }
            gram = (gram << 8 | FoldedScan.fold((byte) c)) & mask;
            if (++run >= letters) hashes.add(hash(gram));
        }
        return hashes.stream().distinct().mapToInt(Integer::intValue).toArray();
    }

    /** Whether the bits, which stand in {@code from} at {@code start}, have the place of one hash of a question. */
    public static boolean has(byte[] from, int start, int length, int hash) {
        int place = place(hash, length);
        return (from[start + (place >>> 3)] & 1 << (place & 7)) != 0;
    }

    private static int place(int hash, int bytes) {
        return (int) ((long) hash * bytes * 8 >>> HASH_BITS);
    }

    private static boolean isWord(byte b) {
        return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b == '_';
    }

    private static int hash(int gram) {
        return gram * 0x9E3779B1 >>> 32 - HASH_BITS;
    }
}
