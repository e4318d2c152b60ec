package dev.sightglass.app.control.text;

import dev.sightglass.engine.bytes.ByteScan;
import org.jspecify.annotations.Nullable;

/** Lays an event stream out: each field on its line as received, JSON after {@code data:} one member a line. */
final class SseFormatter {
    private SseFormatter() {}

    /** Writes about the first {@code upTo} bytes to the end of {@code out}; gives the first place that is no JSON. */
    static @Nullable JsonFault write(byte[] stream, int upTo, ByteSink out) {
        JsonFormatter formatter = new JsonFormatter(stream, out);
        @Nullable JsonFault first = null;
        int at = 0;
        while (at < stream.length && at < upTo) {
            int end = ByteScan.lineEnd(stream, at, stream.length);
            JsonFault fault = line(stream, at, end, out, formatter);
            if (first == null) first = fault;
            at = afterBreak(stream, end);
            out.breakAndIndent(0);
        }
        return first;
    }

    /** CR, LF and CRLF all end a line of an event stream. */
    private static int afterBreak(byte[] text, int end) {
        if (end + 1 < text.length && text[end] == '\r' && text[end + 1] == '\n') return end + 2;
        return end + 1;
    }

    private static @Nullable JsonFault line(byte[] text, int from, int to, ByteSink out, JsonFormatter formatter) {
        int value = dataValue(text, from, to);
        boolean json = value < to && (text[value] == '{' || text[value] == '[') && !isDone(text, value, to);
        if (!json) {
            out.put(text, from, to);
            return null;
        }
        out.put("data: ");
        return formatter.format(value, to, to);
    }

    private static boolean isDone(byte[] text, int from, int to) {
        return to - from >= 6 && text[from] == '[' && text[from + 1] == 'D' && text[from + 2] == 'O';
    }

    /** Where the value of a {@code data:} field begins; {@code to} for every other line. */
    private static int dataValue(byte[] text, int from, int to) {
        if (to - from < 6 || text[from] != 'd' || text[from + 1] != 'a' || text[from + 2] != 't') return to;
        if (text[from + 3] != 'a' || text[from + 4] != ':') return to;
        return text[from + 5] == ' ' ? from + 6 : from + 5;
    }
}
