package dev.sightglass.app.control.text;

import org.jspecify.annotations.Nullable;

/** Lays an event stream out: each field on its line as received, JSON after {@code data:} one member a line. */
public final class SseFormatter {
    private SseFormatter() {}

    public static FormattedText format(byte[] stream) {
        return format(stream, stream.length);
    }

    /** Formats about the first {@code upTo} bytes. */
    public static FormattedText format(byte[] stream, int upTo) {
        ByteSink out = new ByteSink((int) Math.min(Integer.MAX_VALUE - 16, Math.min(stream.length, upTo) * 2L + 64));
        JsonFault first = null;
        int at = 0;
        while (at < stream.length && at < upTo) {
            int end = lineEnd(stream, at);
            JsonFault fault = line(stream, at, end, out);
            if (first == null) first = fault;
            at = afterBreak(stream, end);
            out.put((byte) '\n');
        }
        return new FormattedText(out.bytes(), out.length(), first);
    }

    private static int lineEnd(byte[] text, int from) {
        int i = from;
        while (i < text.length && text[i] != '\n' && text[i] != '\r') i++;
        return i;
    }

    /** CR, LF and CRLF all end a line of an event stream. */
    private static int afterBreak(byte[] text, int end) {
        if (end + 1 < text.length && text[end] == '\r' && text[end + 1] == '\n') return end + 2;
        return end + 1;
    }

    private static @Nullable JsonFault line(byte[] text, int from, int to, ByteSink out) {
        int value = dataValue(text, from, to);
        boolean json = value < to && (text[value] == '{' || text[value] == '[') && !isDone(text, value, to);
        if (!json) {
            out.put(text, from, to);
            return null;
        }
        out.put("data: ");
        return JsonFormatter.format(text, value, to, to, out);
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
