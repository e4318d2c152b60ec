package dev.sightglass.engine.bytes;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds single bytes, eight at a time: a word has a zero byte where {@code (x - 0x01..) & ~x & 0x80..} has a bit, and the
 * lowest such bit is right even where borrows make higher ones wrong (H. S. Warren, Hacker's Delight, 6-1).
 */
public final class ByteScan {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private ByteScan() {}

    /** Eight bytes, the first of them in the lowest place. */
    public static long word(byte[] text, int at) {
        return (long) WORDS.get(text, at);
    }

    /** A word of one byte, eight times. */
    public static long repeated(byte each) {
        return ONES * (each & 0xFF);
    }

    /** The high bits of the bytes that are zero, the lowest of them exactly; 0 when none is. */
    public static long zeros(long word) {
        return (word - ONES) & ~word & HIGHS;
    }

    private static long below(long word, int limit) {
        return (word - ONES * limit) & ~word & HIGHS;
    }

    private static int first(long bits) {
        return Long.numberOfTrailingZeros(bits) >>> 3;
    }

    /** The first place of a byte, or {@code to}. */
    public static int indexOf(byte[] text, int from, int to, byte wanted) {
        long pattern = repeated(wanted);
        int i = from;
        for (; i <= to - 8; i += 8) {
            long found = zeros(word(text, i) ^ pattern);
            if (found != 0) return i + first(found);
        }
        while (i < to && text[i] != wanted) i++;
        return i;
    }

    /** The first CR or LF, or {@code to}. */
    public static int lineEnd(byte[] text, int from, int to) {
        return either(text, from, to, (byte) '\n', (byte) '\r');
    }

    /** The first byte that ends a JSON string or may not stand in it as it is: a quote, a backslash, a control; or {@code to}. */
    public static int stringStop(byte[] text, int from, int to) {
        int i = from;
        for (; i <= to - 8; i += 8) {
            long word = word(text, i);
            long found = zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES) | below(word, 0x20);
            if (found != 0) return i + first(found);
        }
        while (i < to && text[i] != '"' && text[i] != '\\' && (text[i] < 0 || text[i] >= 0x20)) i++;
        return i;
    }

    /** The first byte that is not ASCII, or {@code to}. */
    public static int ascii(byte[] text, int from, int to) {
        int i = from;
        for (; i <= to - 8; i += 8) {
            long found = word(text, i) & HIGHS;
            if (found != 0) return i + first(found);
        }
        while (i < to && text[i] >= 0) i++;
        return i;
    }

    /** The first byte that is not a printable character of ASCII, or {@code to}. */
    public static int printable(byte[] text, int from, int to) {
        int i = from;
        for (; i <= to - 8; i += 8) {
            long word = word(text, i);
            long found = (word & HIGHS) | below(word, 0x20) | zeros(word ^ (ONES * 0x7F));
            if (found != 0) return i + first(found);
        }
        while (i < to && text[i] >= 0x20 && text[i] != 0x7F) i++;
        return i;
    }

    /** The first place of one of two bytes, or {@code to}. */
    public static int either(byte[] text, int from, int to, byte one, byte other) {
        long ones = repeated(one);
        long others = repeated(other);
        int i = from;
        for (; i <= to - 8; i += 8) {
            long word = word(text, i);
            long found = zeros(word ^ ones) | zeros(word ^ others);
            if (found != 0) return i + first(found);
        }
        while (i < to && text[i] != one && text[i] != other) i++;
        return i;
    }
}
