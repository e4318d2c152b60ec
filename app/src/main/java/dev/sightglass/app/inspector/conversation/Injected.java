package dev.sightglass.app.inspector.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets apart what Claude Code puts into a user's message or a tool's result by itself: sections in tags of its own. */
final class Injected {
    private static final Pattern OPENING = Pattern.compile("<(system-reminder|command-(?:name|message|args|contents)"
            + "|local-command-(?:stdout|stderr|caveat)|bash-(?:input|stdout|stderr)|ide_(?:opened_file|selection|diagnostics)"
            + "|user-prompt-submit-hook|session-start-hook|task-notification|user-memory-input|new-diagnostics"
            + "|fork-boilerplate|persisted-output)>");

    private Injected() {}

    /**
     * A part of a text.
     *
     * @param tag the name of the section, or empty for what the user or the tool said
     */
    record Piece(String text, String tag) {}

    /** The parts in order, sections without their tags; blank ones are left out. */
    static List<Piece> split(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = OPENING.matcher(text);
        int at = 0;
        while (matcher.find(at)) {
            String tag = matcher.group(1);
            int close = text.indexOf("</" + tag + ">", matcher.end());
            if (close < 0) break;
            add(pieces, text.substring(at, matcher.start()), "");
            add(pieces, text.substring(matcher.end(), close), tag);
            at = close + tag.length() + 3;
        }
        add(pieces, text.substring(at), "");
        return pieces.isEmpty() ? List.of(new Piece(text, "")) : List.copyOf(pieces);
    }

    private static void add(List<Piece> pieces, String text, String tag) {
        if (!text.isBlank()) pieces.add(new Piece(strip(text), tag));
    }

    /** Without blank lines around it; the spaces before its first word stay, since listings are aligned with them. */
    private static String strip(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++)
            if (text.charAt(i) == '\n') start = i + 1;
        return text.substring(start).stripTrailing();
    }
}
