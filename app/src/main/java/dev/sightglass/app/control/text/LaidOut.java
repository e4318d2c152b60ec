package dev.sightglass.app.control.text;

import org.jspecify.annotations.Nullable;

/**
 * A body laid out for reading, its rows found while it is written: one pass.
 *
 * @param fault the first place that is no JSON; from there on the text stands as received
 */
public record LaidOut(TextDocument document, @Nullable JsonFault fault) {
    /** What of a large body tells how much longer it gets. */
    private static final int SAMPLE = 64_000;

    /**
     * Lays out about the first {@code upTo} bytes.
     *
     * @param maxColumns where long lines are cut
     */
    public static LaidOut of(byte[] body, Syntax syntax, int upTo, int maxColumns) {
        RowCutter rows = new RowCutter(syntax, maxColumns);
        ByteSink out = new ByteSink(room(body, syntax, Math.min(upTo, body.length)), rows);
        JsonFault fault = write(body, syntax, upTo, out);
        out.endLine();
        return new LaidOut(new TextDocument(out.bytes(), out.length(), syntax, rows), fault);
    }

    private static @Nullable JsonFault write(byte[] body, Syntax syntax, int upTo, ByteSink out) {
        return switch (syntax) {
            case SSE -> SseFormatter.write(body, upTo, out);
            case JSON_LINES -> JsonLinesFormatter.write(body, upTo, out);
            case JSON, PLAIN -> JsonFormatter.write(body, upTo, out);
        };
    }

    /** Bytes that the text will take: too few would be copied, too many cleared for nothing. */
    private static int room(byte[] body, Syntax syntax, int length) {
        if (length <= 4 * SAMPLE) return 2 * length + 64;
        ByteSink sample = new ByteSink(2 * SAMPLE);
        write(body, syntax, SAMPLE, sample);
        double growth = Math.max(1.01, 1.03 * sample.length() / SAMPLE);
        return (int) Math.min(ByteSink.MOST, length * growth + 64);
    }
}
