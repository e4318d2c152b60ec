package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.DisplayRow;
import dev.sightglass.app.control.text.DocumentRows;
import dev.sightglass.app.control.text.FoldingRows;
import dev.sightglass.app.control.text.HexRows;
import dev.sightglass.app.control.text.JsonFault;
import dev.sightglass.app.control.text.LaidOut;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.SourceText;
import dev.sightglass.app.control.text.Syntax;
import dev.sightglass.app.control.text.TextDocument;
import dev.sightglass.app.control.text.TreeRows;
import dev.sightglass.engine.bytes.Utf8;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body made ready to be drawn; made off the FX thread.
 *
 * @param fault why formatted text ends early, or null
 * @param brokenAt position of the first byte that is not UTF-8, or -1
 */
record PreparedBody(RowSource rows, @Nullable JsonFault fault, int brokenAt) {
    /** Rows never hold more columns: longer ones cost too much to lay out. */
    static final int MOST_COLUMNS = 2_000;
    /** A text that fills more rows than some screens would bury what follows it: it begins folded. */
    private static final int MOST_WRAPPED = 120;

    /** This is asked on the FX thread, so that no more is looked at. */
    private static final int LONGEST_FIRST_LINE = 256_000;

    /** @param upTo bytes of the body to look at: all, or enough for a first screen */
    static PreparedBody of(byte[] bytes, Syntax syntax, BodyMode mode, int columns, int upTo) {
        int limit = Math.min(upTo, bytes.length);
        return switch (mode) {
            case HEX -> new PreparedBody(new HexRows(bytes, syntax), null, -1);
            case TREE -> syntax == Syntax.PLAIN ? raw(bytes, syntax, columns, limit) : tree(bytes, syntax);
            case RAW -> raw(bytes, syntax, columns, limit);
            case PRETTY ->
                syntax == Syntax.PLAIN ? raw(bytes, syntax, columns, limit) : pretty(bytes, syntax, columns, limit);
        };
    }

    private static PreparedBody tree(byte[] bytes, Syntax syntax) {
        TreeRows rows = TreeRows.of(new SourceText(bytes, bytes.length, syntax));
        return new PreparedBody(rows, rows.fault(), Utf8.firstInvalid(bytes));
    }

    private static PreparedBody raw(byte[] bytes, Syntax syntax, int columns, int limit) {
        return new PreparedBody(rows(bytes, limit, syntax, columns), null, Utf8.firstInvalid(bytes, limit));
    }

    private static PreparedBody pretty(byte[] bytes, Syntax syntax, int columns, int limit) {
        LaidOut laidOut = LaidOut.of(bytes, syntax, limit, Math.min(columns, MOST_COLUMNS));
        DocumentRows rows = DocumentRows.of(laidOut.document());
        return new PreparedBody(
                rows.foldLongLines(columns < MOST_COLUMNS ? MOST_WRAPPED : 1),
                laidOut.fault(),
                Utf8.firstInvalid(bytes, limit));
    }

    /** The same with grounds behind the values at these paths. */
    PreparedBody tinted(Map<String, DisplayRow.Tone> paths) {
        if (paths.isEmpty() || !(rows instanceof DocumentRows document)) return this;
        return new PreparedBody(document.tinted(paths), fault, brokenAt);
    }

    /** The same, folded as its beginning was. */
    PreparedBody foldedAs(RowSource before) {
        return rows instanceof FoldingRows folding ? new PreparedBody(folding.foldedAs(before), fault, brokenAt) : this;
    }

    /** The same with the place open. */
    PreparedBody opened(ViewPlace place) {
        if (place.isStart() || !(rows instanceof FoldingRows folding)) return this;
        return new PreparedBody(folding.reveal(place.spot()), fault, brokenAt);
    }

    private static DocumentRows rows(byte[] bytes, int length, Syntax syntax, int columns) {
        return DocumentRows.of(TextDocument.of(bytes, length, syntax, Math.min(columns, MOST_COLUMNS)));
    }

    /** What a body is written in, by its content type and its first characters. */
    static Syntax syntaxOf(byte[] bytes, @Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        if (type.contains("event-stream")) return Syntax.SSE;
        if (type.contains("ndjson") || type.contains("jsonl")) return Syntax.JSON_LINES;
        if (type.contains("json")) return Syntax.JSON;
        int at = 0;
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) at++;
        if (at == bytes.length) return Syntax.PLAIN;
        if (bytes[at] == '{' || bytes[at] == '[') return isLines(bytes, at) ? Syntax.JSON_LINES : Syntax.JSON;
        boolean stream = startsWith(bytes, at, "event:") || startsWith(bytes, at, "data:");
        return stream ? Syntax.SSE : Syntax.PLAIN;
    }

    /** Whether the first line is closed and another one opens. */
    private static boolean isLines(byte[] bytes, int from) {
        int end = from;
        int most = Math.min(bytes.length, from + LONGEST_FIRST_LINE);
        while (end < most && bytes[end] != '\n') end++;
        int last = end - 1;
        while (last > from && bytes[last] <= ' ' && bytes[last] >= 0) last--;
        byte closing = (byte) (bytes[from] == '{' ? '}' : ']');
        return last > from && bytes[last] == closing && end + 1 < bytes.length && bytes[end + 1] == bytes[from];
    }

    private static boolean startsWith(byte[] bytes, int at, String word) {
        if (bytes.length - at < word.length()) return false;
        for (int i = 0; i < word.length(); i++) if (bytes[at + i] != word.charAt(i)) return false;
        return true;
    }
}
