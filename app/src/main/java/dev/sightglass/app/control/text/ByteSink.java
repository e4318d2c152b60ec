package dev.sightglass.app.control.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing byte array whose content can be taken without a copy. */
final class ByteSink {
    private byte[] bytes;
    private int length;

    ByteSink(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    void put(byte b) {
        if (length == bytes.length) grow(1);
        bytes[length++] = b;
    }

    void put(byte[] source, int from, int to) {
        int count = to - from;
        if (length + count > bytes.length) grow(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }

    void put(String ascii) {
        byte[] more = ascii.getBytes(StandardCharsets.US_ASCII);
        put(more, 0, more.length);
    }

    /** A line break and {@code count} spaces. */
    void breakAndIndent(int count) {
        if (length + count + 1 > bytes.length) grow(count + 1);
        bytes[length++] = '\n';
        Arrays.fill(bytes, length, length + count, (byte) ' ');
        length += count;
    }

    private void grow(int needed) {
        long wanted = Math.max((long) length + needed, bytes.length * 3L / 2);
        bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16, wanted));
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        return bytes;
    }
}
