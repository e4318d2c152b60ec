package dev.sightglass.app.control.text;

import dev.sightglass.engine.bytes.ByteScan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A growing byte array whose content can be taken without a copy. */
final class ByteSink {
    /** As large as arrays get. */
    static final int MOST = Integer.MAX_VALUE - 16;

    private final @Nullable LineSink lines;
    private byte[] bytes;
    private int length;
    private int lineStart;

    ByteSink(int capacity) {
        this(capacity, null);
    }

    /** @param lines is told of each line as it ends */
    ByteSink(int capacity, @Nullable LineSink lines) {
        this.bytes = new byte[Math.max(16, capacity)];
        this.lines = lines;
    }

    void put(byte b) {
        if (length == bytes.length) grow(1);
        bytes[length++] = b;
    }

    /** Bytes without a line break. */
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

    /** Bytes with line breaks. */
    void putLines(byte[] source, int from, int to) {
        int at = from;
        int end = ByteScan.indexOf(source, at, to, (byte) '\n');
        while (end < to) {
            put(source, at, end);
            breakAndIndent(0);
            at = end + 1;
            end = ByteScan.indexOf(source, at, to, (byte) '\n');
        }
        put(source, at, to);
    }

    /** Tells of the last line, which no line break ends, unless it is empty and not the only one. */
    void endLine() {
        if (lines != null && (lineStart < length || length == 0)) lines.line(bytes, lineStart, length);
    }

    /** A line break and {@code count} spaces. */
    void breakAndIndent(int count) {
        if (length + count + 1 > bytes.length) grow(count + 1);
        if (lines != null) lines.line(bytes, lineStart, length);
        bytes[length++] = '\n';
        lineStart = length;
        Arrays.fill(bytes, length, length + count, (byte) ' ');
        length += count;
    }

    private void grow(int needed) {
        long wanted = Math.max((long) length + needed, bytes.length * 3L / 2);
        bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, wanted));
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        return bytes;
    }
}
