package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.DisplayRow;
import dev.sightglass.app.control.text.DocumentRows;
import dev.sightglass.app.control.text.FormattedText;
import dev.sightglass.app.control.text.HexRows;
import dev.sightglass.app.control.text.JsonFault;
import dev.sightglass.app.control.text.JsonFormatter;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.SseFormatter;
import dev.sightglass.app.control.text.Syntax;
import dev.sightglass.app.control.text.TextDocument;
import dev.sightglass.app.control.text.Utf8;
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

    /** @param upTo bytes of the body to look at: all, or enough for a first screen */
    static PreparedBody of(byte[] bytes, Syntax syntax, BodyMode mode, int columns, int upTo) {
        int limit = Math.min(upTo, bytes.length);
        if (mode == BodyMode.HEX) return new PreparedBody(new HexRows(bytes), null, -1);
        int broken = Utf8.firstBroken(bytes, limit);
        if (mode == BodyMode.RAW || syntax == Syntax.PLAIN)
            return new PreparedBody(rows(bytes, limit, syntax, columns), null, broken);
        FormattedText text =
                syntax == Syntax.SSE ? SseFormatter.format(bytes, limit) : JsonFormatter.format(bytes, limit);
        DocumentRows rows = rows(text.bytes(), text.length(), syntax, columns);
        return new PreparedBody(columns < MOST_COLUMNS ? rows : rows.foldLongLines(), text.fault(), broken);
    }

    /** The same with grounds behind the values at these paths. */
    PreparedBody tinted(Map<String, DisplayRow.Tone> paths) {
        if (paths.isEmpty() || !(rows instanceof DocumentRows document)) return this;
        return new PreparedBody(document.tinted(paths), fault, brokenAt);
    }

    private static DocumentRows rows(byte[] bytes, int length, Syntax syntax, int columns) {
        return DocumentRows.of(TextDocument.of(bytes, length, syntax, Math.min(columns, MOST_COLUMNS)));
    }

    /** What a body is written in, by its content type and its first characters. */
    static Syntax syntaxOf(byte[] bytes, @Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        if (type.contains("event-stream")) return Syntax.SSE;
        if (type.contains("json")) return Syntax.JSON;
        int at = 0;
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) at++;
        if (at == bytes.length) return Syntax.PLAIN;
        if (bytes[at] == '{' || bytes[at] == '[') return Syntax.JSON;
        boolean stream = startsWith(bytes, at, "event:") || startsWith(bytes, at, "data:");
        return stream ? Syntax.SSE : Syntax.PLAIN;
    }

    private static boolean startsWith(byte[] bytes, int at, String word) {
        if (bytes.length - at < word.length()) return false;
        for (int i = 0; i < word.length(); i++) if (bytes[at + i] != word.charAt(i)) return false;
        return true;
    }
}
