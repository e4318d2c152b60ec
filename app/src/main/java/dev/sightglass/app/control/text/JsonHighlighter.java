package dev.sightglass.app.control.text;

import dev.sightglass.app.control.text.DisplayRow.Kind;
import dev.sightglass.app.control.text.DisplayRow.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Colours one row of text. Written by hand: regular expressions overflow the stack on long strings. */
final class JsonHighlighter {
    private final String text;
    private final BitSet marks;
    private final List<Span> spans = new ArrayList<>();
    private int at;

    private JsonHighlighter(String text, BitSet marks) {
        this.text = text;
        this.marks = marks;
    }

    static List<Span> spans(String text, BitSet marks, Syntax syntax, boolean inString) {
        JsonHighlighter highlighter = new JsonHighlighter(text, marks);
        switch (syntax) {
            case PLAIN -> highlighter.add(text.length(), Kind.PLAIN);
            case JSON, JSON_LINES -> highlighter.json(inString);
            case SSE -> highlighter.sse(inString);
        }
        return highlighter.spans;
    }

    private void sse(boolean inString) {
        int colon = text.indexOf(':');
        boolean field = !inString && colon >= 0 && colon <= 5 && Character.isLetter(text.charAt(0));
        if (!inString && text.startsWith(":")) {
            add(text.length(), Kind.COMMENT);
        } else if (field) {
            add(colon, Kind.LITERAL);
            add(colon + 1, Kind.PUNCTUATION);
            if (text.startsWith("data")) json(false);
            else add(text.length(), Kind.PLAIN);
        } else {
            json(inString);
        }
    }

    private void json(boolean inString) {
        if (inString) string(at, Kind.STRING);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') string(at + 1, null);
            else if (c == '-' || (c >= '0' && c <= '9')) word(Kind.NUMBER);
            else if (Character.isLetter(c)) word(Kind.LITERAL);
            else if (c == ' ') add(spacesEnd(at), Kind.PLAIN);
            else add(at + 1, "{}[],:".indexOf(c) >= 0 ? Kind.PUNCTUATION : Kind.PLAIN);
        }
    }

    /** @param known the kind where it is known; else a colon after the string makes it a key */
    private void string(int from, @Nullable Kind known) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '"') end += text.charAt(end) == '\\' ? 2 : 1;
        end = Math.min(text.length(), end + 1);
        int after = spacesEnd(end);
        boolean key = after < text.length() && text.charAt(after) == ':';
        add(end, known != null ? known : key ? Kind.KEY : Kind.STRING);
    }

    private int spacesEnd(int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') i++;
        return i;
    }

    private void word(Kind kind) {
        int end = at + 1;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "+-.".indexOf(text.charAt(end)) >= 0)) end++;
        add(end, kind);
    }

    /** Adds a span up to {@code end}, cut where marks for invisible characters stand in it. */
    private void add(int end, Kind kind) {
        while (at < end) {
            boolean mark = marks.get(at);
            int next = mark ? marks.nextClearBit(at) : marks.nextSetBit(at);
            int to = next < 0 ? end : Math.min(end, next);
            Kind shown = mark ? Kind.MARK : kind;
            Span last = spans.isEmpty() ? null : spans.getLast();
            if (last != null && last.kind() == shown) spans.set(spans.size() - 1, new Span(last.start(), to, shown));
            else spans.add(new Span(at, to, shown));
            at = to;
        }
    }
}
