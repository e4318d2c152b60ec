package dev.sightglass.app.control.text;

import dev.sightglass.engine.bytes.ByteScan;
import org.jspecify.annotations.Nullable;

/** Lays out texts of one JSON value a line. */
public final class JsonLinesFormatter {
    private JsonLinesFormatter() {}

    /** Lays out about the first {@code upTo} bytes to the end of {@code out}; tells the first fault. */
    static @Nullable JsonFault write(byte[] lines, int upTo, ByteSink out) {
        JsonFormatter formatter = new JsonFormatter(lines, out);
        @Nullable JsonFault first = null;
        int at = 0;
        while (at < lines.length && at < upTo) {
            int end = ByteScan.indexOf(lines, at, lines.length, (byte) '\n');
            boolean blank = JsonScanner.skipSpace(lines, at, end) == end;
            JsonFault fault = blank ? null : formatter.format(at, end, end);
            if (first == null) first = fault;
            out.breakAndIndent(0);
            at = end + 1;
        }
        return first;
    }
}
