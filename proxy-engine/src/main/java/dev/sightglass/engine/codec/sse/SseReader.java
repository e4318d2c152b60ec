package dev.sightglass.engine.codec.sse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads an event stream from bytes that come in pieces of any size, as WHATWG HTML section 9.2.6 says: LF, CR and CRLF end a
 * line, one byte order mark is skipped, comments and unknown fields are ignored, an event without its blank line at the end
 * is dropped, bytes that are not UTF-8 become U+FFFD. Each byte is looked at once. One thread.
 */
public final class SseReader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Consumer<SseEvent> consumer;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final ByteArrayOutputStream data = new ByteArrayOutputStream(512);
    private String type = "";
    private boolean dataSeen;
    private boolean afterCarriageReturn;
    private boolean firstLine = true;

    /** @param consumer gets each event as soon as its blank line is read */
    public SseReader(Consumer<SseEvent> consumer) {
        this.consumer = consumer;
    }

    public void read(byte[] bytes, int offset, int length) {
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            byte b = bytes[i];
            if (b != '\n' && b != '\r') {
                afterCarriageReturn = false;
                continue;
            }
            boolean secondOfPair = b == '\n' && afterCarriageReturn;
            afterCarriageReturn = b == '\r';
            if (!secondOfPair) {
                line.write(bytes, start, i - start);
                endLine();
            }
            start = i + 1;
        }
        line.write(bytes, start, end - start);
    }

    /** True when bytes of an event have come whose blank line has not. */
    public boolean insideEvent() {
        return line.size() > 0 || dataSeen;
    }

    private void endLine() {
        byte[] bytes = line.toByteArray();
        line.reset();
        int from = firstLine && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        firstLine = false;
        if (bytes.length == from) dispatch();
        else field(bytes, from);
    }

    private void dispatch() {
        if (dataSeen) consumer.accept(new SseEvent(type, data.toString(StandardCharsets.UTF_8)));
        data.reset();
        dataSeen = false;
        type = "";
    }

    private void field(byte[] bytes, int from) {
        int colon = from;
        while (colon < bytes.length && bytes[colon] != ':') colon++;
        int value = colon + 1;
        if (value < bytes.length && bytes[value] == ' ') value++;
        value = Math.min(value, bytes.length);
        switch (new String(bytes, from, Math.min(colon - from, 8), StandardCharsets.UTF_8)) {
            case "data" -> addData(bytes, value);
            case "event" -> type = new String(bytes, value, bytes.length - value, StandardCharsets.UTF_8);
            default -> {} // a comment, id, retry or a field of the future
        }
    }

    private void addData(byte[] bytes, int from) {
        if (dataSeen) data.write('\n');
        data.write(bytes, from, bytes.length - from);
        dataSeen = true;
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }
}
