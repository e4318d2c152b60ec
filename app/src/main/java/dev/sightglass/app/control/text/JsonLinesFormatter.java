package dev.sightglass.app.control.text;

import org.jspecify.annotations.Nullable;

/** Lays out texts of one JSON value a line. */
public final class JsonLinesFormatter {
    private JsonLinesFormatter() {}

    /** Formats about the first {@code upTo} bytes. */
    public static FormattedText format(byte[] lines, int upTo) {
        ByteSink out = new ByteSink((int) Math.min(Integer.MAX_VALUE - 16, Math.min(lines.length, upTo) * 2L + 64));
        @Nullable JsonFault first = null;
        int at = 0;
        while (at < lines.length && at < upTo) {
            int end = at;
            while (end < lines.length && lines[end] != '\n') end++;
            boolean blank = JsonScanner.skipSpace(lines, at, end) == end;
            JsonFault fault = blank ? null : JsonFormatter.format(lines, at, end, end, out);
            if (first == null) first = fault;
            out.put((byte) '\n');
            at = end + 1;
        }
        return new FormattedText(out.bytes(), out.length(), first);
    }
}
