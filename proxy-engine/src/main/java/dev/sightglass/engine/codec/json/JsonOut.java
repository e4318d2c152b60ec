package dev.sightglass.engine.codec.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes JSON as UTF-8 into memory. Commas are placed by itself; the caller keeps braces balanced. One thread.
 *
 * <p>A lone surrogate is written as its escape, so that what came in as an escape goes out as one and the bytes stay valid
 * UTF-8.
 */
public final class JsonOut {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer;
    private int size;
    private boolean comma;

    public JsonOut() {
        this(256);
    }

    public JsonOut(int capacity) {
        buffer = new byte[capacity];
    }

    public JsonOut beginObject() {
        separate();
        put('{');
        comma = false;
        return this;
    }

    public JsonOut endObject() {
        put('}');
        comma = true;
        return this;
    }

    public JsonOut beginArray() {
        separate();
        put('[');
        comma = false;
        return this;
    }

    public JsonOut endArray() {
        put(']');
        comma = true;
        return this;
    }

    /** A field's name; its value follows. */
    public JsonOut name(String name) {
        value(name);
        put(':');
        comma = false;
        return this;
    }

    public JsonOut value(String text) {
        separate();
        put('"');
        escape(text);
        put('"');
        comma = true;
        return this;
    }

    public JsonOut value(long number) {
        return raw(Long.toString(number));
    }

    public JsonOut value(boolean truth) {
        return raw(truth ? "true" : "false");
    }

    public JsonOut nullValue() {
        return raw("null");
    }

    /** A value that is JSON already. */
    public JsonOut raw(String json) {
        separate();
        append(json.getBytes(StandardCharsets.UTF_8));
        comma = true;
        return this;
    }

    /** Values that are JSON already: one, or several with commas between them. Nothing is written for no bytes. */
    public JsonOut raw(byte[] json) {
        if (json.length == 0) return this;
        separate();
        append(json);
        comma = true;
        return this;
    }

    public JsonOut field(String name, String value) {
        return name(name).value(value);
    }

    public JsonOut field(String name, long value) {
        return name(name).value(value);
    }

    public JsonOut field(String name, boolean value) {
        return name(name).value(value);
    }

    /** A string put together from pieces that {@link #escaped} made. */
    public JsonOut joined(Iterable<byte[]> escapedPieces, String separator) {
        separate();
        put('"');
        boolean first = true;
        for (byte[] piece : escapedPieces) {
            if (!first) escape(separator);
            append(piece);
            first = false;
        }
        put('"');
        comma = true;
        return this;
    }

    /** The inside of a JSON string, without its quotes. */
    public static byte[] escaped(String text) {
        JsonOut out = new JsonOut(text.length() + 16);
        out.escape(text);
        return out.toByteArray();
    }

    public int size() {
        return size;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(buffer, size);
    }

    public void writeTo(ByteArrayOutputStream out) {
        out.write(buffer, 0, size);
    }

    /** The text written so far. */
    @Override
    public String toString() {
        return new String(buffer, 0, size, StandardCharsets.UTF_8);
    }

    private void separate() {
        if (comma) put(',');
        comma = false;
    }

    private void escape(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
                put(c);
            } else if (c < 0x80) {
                escapeAscii(c);
            } else if (c < 0x800) {
                put(0xC0 | c >> 6);
                put(0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                put(0xE0 | c >> 12);
                put(0x80 | (c >> 6 & 0x3F));
                put(0x80 | (c & 0x3F));
            } else if (i + 1 < length && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                putSupplementary(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                putUnicodeEscape(c);
            }
        }
    }

    private void escapeAscii(char c) {
        switch (c) {
            case '"' -> putPair('"');
            case '\\' -> putPair('\\');
            case '\n' -> putPair('n');
            case '\r' -> putPair('r');
            case '\t' -> putPair('t');
            default -> putUnicodeEscape(c);
        }
    }

    private void putPair(char c) {
        put('\\');
        put(c);
    }

    private void putUnicodeEscape(char c) {
        putPair('u');
        for (int shift = 12; shift >= 0; shift -= 4) put(HEX[c >> shift & 0xF]);
    }

    private void putSupplementary(int c) {
        put(0xF0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3F));
        put(0x80 | (c >> 6 & 0x3F));
        put(0x80 | (c & 0x3F));
    }

    private void put(int b) {
        if (size == buffer.length) grow(1);
        buffer[size++] = (byte) b;
    }

    private void append(byte[] bytes) {
        if (buffer.length - size < bytes.length) grow(bytes.length);
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    private void grow(int more) {
        buffer = Arrays.copyOf(buffer, Math.max(size + more, buffer.length * 2));
    }
}
