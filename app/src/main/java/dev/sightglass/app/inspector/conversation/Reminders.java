package dev.sightglass.app.inspector.conversation;

import java.util.ArrayList;
import java.util.List;

/** Sets apart what Claude Code puts into a user's message by itself: {@code <system-reminder>} sections. */
final class Reminders {
    private static final String OPEN = "<system-reminder>";
    private static final String CLOSE = "</system-reminder>";

    private Reminders() {}

    /** A part of a text; a reminder without its tags. */
    record Piece(String text, boolean reminder) {}

    /** The parts in order; blank ones are left out. */
    static List<Piece> split(String text) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf(OPEN, at);
            int close = open < 0 ? -1 : text.indexOf(CLOSE, open);
            if (close < 0) break;
            add(pieces, text.substring(at, open), false);
            add(pieces, text.substring(open + OPEN.length(), close), true);
            at = close + CLOSE.length();
        }
        add(pieces, text.substring(at), false);
        return pieces.isEmpty() ? List.of(new Piece(text, false)) : List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String text, boolean reminder) {
        if (!text.isBlank()) pieces.add(new Piece(text.strip(), reminder));
    }
}
