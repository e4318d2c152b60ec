package dev.sightglass.app.control.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a JSON object or array into its direct parts without reading what is inside them. */
public final class JsonPieces {
    private JsonPieces() {}

    /**
     * A member or an element.
     *
     * @param name of a member; empty for an element
     * @param text holds the value from {@code from} to {@code to}
     */
    public record Piece(String name, byte[] text, int from, int to) {
        public boolean sameValue(Piece other) {
            return Arrays.equals(text, from, to, other.text, other.from, other.to);
        }

        /** The text of a string member of this object, or null. */
        public @Nullable String string(String member) {
            return of(this).stream()
                    .filter(piece -> piece.name().equals(member) && piece.text()[piece.from()] == '"')
                    .map(piece -> JsonText.unquoted(
                            new String(piece.text(), piece.from(), piece.to() - piece.from(), StandardCharsets.UTF_8)))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The parts of a whole text; none when it is neither an object nor an array, and only those before what is broken. */
    public static List<Piece> of(byte[] json) {
        return of(new Piece("", json, JsonScanner.skipSpace(json, 0, json.length), json.length));
    }

    /** The parts of a part. */
    public static List<Piece> of(Piece whole) {
        List<Piece> pieces = new ArrayList<>();
        byte[] text = whole.text();
        int end = whole.to();
        if (whole.from() >= end || (text[whole.from()] != '{' && text[whole.from()] != '[')) return pieces;
        boolean object = text[whole.from()] == '{';
        int at = JsonScanner.skipSpace(text, whole.from() + 1, end);
        while (at < end && text[at] != '}' && text[at] != ']') {
            String name = "";
            if (object) {
                int to = text[at] == '"' ? JsonScanner.stringEnd(text, at, end) : -1;
                if (to < 0) return pieces;
                name = new String(text, at + 1, to - at - 2, StandardCharsets.UTF_8);
                at = JsonScanner.skipSpace(text, JsonScanner.skipSpace(text, to, end) + 1, end);
            }
            int to = JsonScanner.valueEnd(text, at, end);
            if (to <= at) return pieces;
            pieces.add(new Piece(name, text, at, to));
            at = JsonScanner.skipSpace(text, to, end);
            if (at >= end || text[at] != ',') return pieces;
            at = JsonScanner.skipSpace(text, at + 1, end);
        }
        return pieces;
    }
}
