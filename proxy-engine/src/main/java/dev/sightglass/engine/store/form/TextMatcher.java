package dev.sightglass.engine.store.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Says whether bytes hold a text once JSON's escapes are undone, letter case aside; also when the JSON stands as text inside
 * other JSON, as the arguments of a tool call do. Most bytes are dismissed unread by their lack of one of the text's plain
 * parts, which no escape changes.
 */
public final class TextMatcher {
    private static final String SHORT = "ntrbf\"\\/";
    private static final String MEANT = "\n\t\r\b\f\"\\/";

    private final String wanted;
    /** The longest first. */
    private final List<FoldedScan> plain;

    private final boolean wholeIsPlain;

    public TextMatcher(String text) {
        wanted = Letters.fold(text);
        List<String> runs = plainRuns(text);
        plain = runs.stream().map(FoldedScan::new).toList();
        wholeIsPlain = !runs.isEmpty() && runs.getFirst().length() == text.length();
    }

    public boolean matches(byte[] bytes) {
        return matches(bytes, 0, bytes.length);
    }

    /** The same for the bytes from {@code start} to before {@code end}. */
    public boolean matches(byte[] bytes, int start, int end) {
        return mayMatch(bytes, start, end) && (wholeIsPlain || matchesDecoded(bytes, start, end));
    }

    /** False when no part of the bytes can match, so that many parts are dismissed at once. */
    public boolean mayMatch(byte[] bytes, int start, int end) {
        for (FoldedScan part : plain) if (part.indexOf(bytes, start, end) < 0) return false;
        return true;
    }

    private boolean matchesDecoded(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        for (int depth = 0; depth < 3; depth++) {
            if (Letters.fold(text).contains(wanted)) return true;
            if (text.indexOf('\\') < 0) return false;
            text = unescape(text);
        }
        return false;
    }

    /**
     * Undoes one level of JSON's escapes; outside of strings JSON has none. What is no escape of JSON stays, and so does one of a
     * plain character, which nobody writes.
     */
    static String unescape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            int code = escaped == 'u' ? code(text, i + 1) : SHORT.indexOf(escaped);
            if (code < 0) out.append(c).append(escaped);
            else if (escaped != 'u') out.append(MEANT.charAt(code));
            else {
                out.append((char) code);
                i += 4;
            }
        }
        return out.toString();
    }

    private static int code(String text, int at) {
        if (at + 4 > text.length()) return -1;
        int code = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) return -1;
            code = code << 4 | digit;
        }
        return Letters.isPlain((char) code) ? -1 : code;
    }

    private static List<String> plainRuns(String text) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Letters.isPlain(text.charAt(i))) continue;
            if (i > start) runs.add(text.substring(start, i));
            start = i + 1;
        }
        runs.sort(Comparator.comparing(String::length).reversed());
        return runs;
    }
}
