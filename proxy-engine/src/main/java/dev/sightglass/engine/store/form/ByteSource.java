package dev.sightglass.engine.store.form;

import java.util.Arrays;

/** Reads what {@link ByteSink} wrote. Throws {@link IllegalArgumentException} on bytes that it cannot have written. */
public final class ByteSource {
    private final byte[] bytes;
    private final int end;
    private int at;

    public ByteSource(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    public ByteSource(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    public int position() {
        return at;
    }

    public int next() {
        if (at >= end) throw damaged();
        return bytes[at++] & 0xFF;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = next();
            value |= (long) (b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
        throw damaged();
    }

    /** A count or length, which can be at most what is left, so that damaged bytes ask for no huge array. */
    public int count() {
        long value = number();
        if (value < 0 || value > end - at) throw damaged();
        return (int) value;
    }

    public long signed() {
        return unzigzag(number());
    }

    public byte[] take(int length) {
        int start = skip(length);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    public byte[] block() {
        return take(count());
    }

    /** All that is left. */
    public byte[] rest() {
        return take(end - at);
    }

    /** Steps over bytes and tells where they start. */
    public int skip(int length) {
        if (length < 0 || length > end - at) throw damaged();
        int start = at;
        at += length;
        return start;
    }

    public static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException("the stored bytes end too early or are damaged");
    }
}
