package dev.sightglass.engine.store.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The words of some bytes, each once: what a search can look for without reading the bytes. A word is a run of ASCII letters
 * and digits, letter case folded; a run of punctuation; or a run of other characters, be they UTF-8 or escapes of JSON, of
 * scripts without spaces each two neighbours. Long runs are cut into words that overlap. {@link WordQuestion} asks by the same rules. For one
 * thread.
 */
public final class WordSet {
    /** Stands after each word: in none of them. */
    public static final byte END = '\n';

    private static final int LONGEST = 96;
    /** A text no longer than this that stands in a run stands whole in one of its words. */
    static final int OVERLAP = 32;

    private static final int LONGEST_FOREIGN = 24;
    /** The same of what is not ASCII. */
    static final int OVERLAP_FOREIGN = 12;

    /** Of so many bytes of words no more are taken in. */
    private static final int FULL = 1 << 20;

    private static final int HASH = 0x9E3779B1;
    private static final int TABLE = 1 << 11;
    /** Enough for all places up to {@link #FULL} and some more. */
    private static final int PLACE_BITS = 24;

    /** Words end to end, each after a byte that tells its length. */
    private byte[] words = new byte[1 << 14];

    private int used;
    private int count;
    /** Where a word stands in {@link #words}, and one more; 0 is empty. */
    private int[] table = new int[TABLE];

    /** How long all words are together. */
    public int letters() {
        return used - count;
    }

    /** There are too many words to tell: some may be lacking. */
    public boolean full() {
        return used >= FULL;
    }

    /** Takes in what {@link #take} gave. */
    public WordSet addTaken(byte[] taken) {
        int start = 0;
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] != END) continue;
            put(taken, start, i);
            start = i + 1;
        }
        return this;
    }

    /** Takes in the words of some bytes; a run does not go on in the next bytes. */
    public WordSet add(byte[] bytes) {
        int i = 0;
        while (i < bytes.length && !full()) {
            int start = i;
            while (i < bytes.length && Letters.isWord(bytes[i])) i++;
            if (i > start) addRun(bytes, start, i);
            else i++;
        }
        addOthers(bytes);
        return this;
    }

    private void addRun(byte[] bytes, int start, int end) {
        int from = start;
        for (; end - from > LONGEST && !full(); from += LONGEST - OVERLAP) put(bytes, from, from + LONGEST);
        if (end - from <= LONGEST) put(bytes, from, end);
    }

    /** Runs of what is neither letters nor digits; the backslashes of escapes do not count. */
    private void addOthers(byte[] bytes) {
        StringBuilder run = new StringBuilder();
        int i = 0;
        while (i < bytes.length && !full()) {
            byte b = bytes[i];
            if (b < 0) i = addForeign(bytes, i, run);
            else if (Letters.isSign(b)) {
                run.append((char) b);
                i++;
            } else {
                int next = i + 1;
                int code = -1;
                if (b == '\\') {
                    while (next < bytes.length && bytes[next] == '\\') next++;
                    if (next < bytes.length && bytes[next] == 'u') code = code(bytes, next + 1);
                }
                boolean goesOn = b == '\\' && next < bytes.length && (bytes[next] < 0 || Letters.isSign(bytes[next]));
                if (code >= 0x80 || Letters.isSign(code)) {
                    run.append((char) code);
                    next += 5;
                } else if (!goesOn) addRun(run);
                i = next;
            }
        }
        addRun(run);
    }

    private static int addForeign(byte[] bytes, int start, StringBuilder run) {
        int end = start;
        while (end < bytes.length && bytes[end] < 0) end++;
        run.append(new String(bytes, start, end - start, StandardCharsets.UTF_8));
        return end;
    }

    private static int code(byte[] bytes, int at) {
        if (at + 4 > bytes.length) return -1;
        int code = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit((char) (bytes[i] & 0xFF), 16);
            if (digit < 0) return -1;
            code = code << 4 | digit;
        }
        return code;
    }

    private void addRun(StringBuilder run) {
        if (run.isEmpty()) return;
        String text = run.length() == 1 && run.charAt(0) < 0x80 ? run.toString() : Letters.fold(run.toString());
        run.setLength(0);
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i < text.length() && kind(text.charAt(i)) == kind(text.charAt(start))) continue;
            switch (kind(text.charAt(start))) {
                case BORDER -> {}
                case DENSE -> addDense(text, start, i);
                case WORD, SIGN, SPARSE -> addSparse(text, start, i);
            }
            start = i;
        }
    }

    /** What stands together in a word. */
    enum Kind {
        BORDER,
        WORD,
        SIGN,
        /** Scripts with spaces between words. */
        SPARSE,
        /** Scripts without. */
        DENSE
    }

    static Kind kind(char c) {
        if (c < 0x80) return Letters.isWord(c) ? Kind.WORD : Letters.isSign(c) ? Kind.SIGN : Kind.BORDER;
        return !Letters.isForeign(c) ? Kind.BORDER : Letters.isDense(c) ? Kind.DENSE : Kind.SPARSE;
    }

    private void addSparse(String text, int start, int end) {
        int from = start;
        for (; end - from > LONGEST_FOREIGN && !full(); from += LONGEST_FOREIGN - OVERLAP_FOREIGN)
            put(text, from, from + LONGEST_FOREIGN);
        if (end - from <= LONGEST_FOREIGN) put(text, from, end);
    }

    private void addDense(String text, int start, int end) {
        if (end - start == 1) put(text, start, end);
        for (int i = start; i + 2 <= end && !full(); i++) put(text, i, i + 2);
    }

    private void put(String text, int start, int end) {
        byte[] form = form(text, start, end);
        put(form, 0, form.length);
    }

    /** Each character by itself, so that halves of a pair can be told. */
    static byte[] form(String text, int start, int end) {
        ByteSink sink = new ByteSink((end - start) * 3);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                sink.put(c);
                continue;
            }
            if (c < 0x800) sink.put(0xC0 | c >> 6);
            else sink.put(0xE0 | c >> 12).put(0x80 | (c >> 6 & 0x3F));
            sink.put(0x80 | (c & 0x3F));
        }
        return sink.toBytes();
    }

    private void put(byte[] from, int start, int end) {
        int length = end - start;
        if (used + length + 1 > words.length) words = Arrays.copyOf(words, words.length * 2);
        int at = used;
        words[at] = (byte) length;
        int hash = length;
        for (int i = 0; i < length; i++) {
            byte b = Letters.fold(from[start + i]);
            words[at + 1 + i] = b;
            hash = hash * 31 + b;
        }
        int place = place(hash, table.length);
        for (; table[place] != 0; place = place + 1 & table.length - 1) if (isSame(table[place] - 1, at)) return;
        table[place] = at + 1;
        used += length + 1;
        if (++count > table.length / 2) grow();
    }

    private static int place(int hash, int size) {
        return (hash * HASH) >>> (32 - Integer.numberOfTrailingZeros(size));
    }

    private boolean isSame(int one, int other) {
        int length = words[one];
        for (int i = 0; i <= length; i++) if (words[one + i] != words[other + i]) return false;
        return true;
    }

    private void grow() {
        int[] larger = new int[table.length * 2];
        for (int at = 0; at < used; at += words[at] + 1) {
            int hash = words[at];
            for (int i = at + 1; i <= at + words[at]; i++) hash = hash * 31 + words[i];
            int place = place(hash, larger.length);
            while (larger[place] != 0) place = place + 1 & larger.length - 1;
            larger[place] = at + 1;
        }
        table = larger;
    }

    /** All words in the order of their bytes, an {@link #END} after each; leaves the set empty. */
    public byte[] take() {
        byte[] sorted = new byte[used];
        int to = 0;
        for (int at : inOrder()) {
            System.arraycopy(words, at + 1, sorted, to, words[at]);
            to += words[at];
            sorted[to++] = END;
        }
        forget();
        return sorted;
    }

    /** Where the words stand: sorted by their beginnings, which are numbers with the place below, then those that begin alike. */
    private int[] inOrder() {
        long[] keys = new long[count];
        for (int i = 0, at = 0; at < used; at += words[at] + 1) keys[i++] = beginning(at) << PLACE_BITS | at;
        Arrays.sort(keys);
        int[] places = new int[count];
        for (int i = 0; i < count; i++) places[i] = (int) keys[i] & (1 << PLACE_BITS) - 1;
        int start = 0;
        for (int i = 1; i <= count; i++) {
            if (i < count && keys[i] >>> PLACE_BITS == keys[start] >>> PLACE_BITS) continue;
            if (i - start > 1) sortAlike(places, start, i);
            start = i;
        }
        return places;
    }

    /** The first four bytes; what is shorter comes first. */
    private long beginning(int at) {
        long key = 0;
        for (int i = 1; i <= 4; i++) key = key << 8 | (i <= words[at] ? words[at + i] & 0xFF : 0);
        return key;
    }

    private void sortAlike(int[] places, int start, int end) {
        Integer[] alike = new Integer[end - start];
        for (int i = start; i < end; i++) alike[i - start] = places[i];
        Arrays.sort(alike, Comparator.comparing(at -> at, this::compare));
        for (int i = start; i < end; i++) places[i] = alike[i - start];
    }

    private int compare(int one, int other) {
        return Arrays.compareUnsigned(words, one + 1, one + 1 + words[one], words, other + 1, other + 1 + words[other]);
    }

    private void forget() {
        if (table.length > TABLE * 8) {
            table = new int[TABLE];
            words = new byte[1 << 14];
        } else Arrays.fill(table, 0);
        used = 0;
        count = 0;
    }
}
