package dev.sightglass.engine.store.form;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says whether bytes hold a text once JSON's escapes are undone, letter case aside; also when the JSON stands as text inside
 * other JSON, as the arguments of a tool call do. Most bytes are dismissed unread by their lack of the text's longest plain
 * part, which no escape changes.
 */
public final class TextMatcher {
    private final String wanted;
    private final @Nullable FoldedScan plain;
    private final boolean wholeIsPlain;

    public TextMatcher(String text) {
        wanted = text.toLowerCase(Locale.ROOT);
        String run = longestPlainRun(text);
        plain = run.isEmpty() ? null : new FoldedScan(run);
        wholeIsPlain = run.length() == text.length();
    }

    public boolean matches(byte[] bytes) {
        return matches(bytes, 0, bytes.length);
    }

    /** The same for the bytes from {@code start} to before {@code end}. */
    public boolean matches(byte[] bytes, int start, int end) {
        if (plain == null) return matchesDecoded(bytes, start, end);
        int hit = plain.indexOf(bytes, start, end);
        if (hit < 0) return false;
        boolean startsInEscape = hit > start && bytes[hit - 1] == '\\';
        return wholeIsPlain && !startsInEscape || matchesDecoded(bytes, start, end);
    }

    /** False when no part of the bytes can match, so that many parts are dismissed at once. */
    public boolean mayMatch(byte[] bytes, int start, int end) {
        return plain == null || plain.indexOf(bytes, start, end) >= 0;
    }

    private boolean matchesDecoded(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        for (int depth = 0; depth < 3; depth++) {
            if (text.toLowerCase(Locale.ROOT).contains(wanted)) return true;
            if (text.indexOf('\\') < 0) return false;
            text = unescape(text);
        }
        return false;
    }

    /** Undoes one level of JSON's escapes; outside of strings JSON has none. */
    static String unescape(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            int code = escaped == 'u' ? code(text, i + 1) : -1;
            if (code >= 0) i += 4;
            out.append(code >= 0 ? (char) code : plainOf(escaped));
        }
        return out.toString();
    }

    private static char plainOf(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> escaped;
        };
    }

    private static int code(String text, int at) {
        if (at + 4 > text.length()) return -1;
        int code = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) return -1;
            code = code << 4 | digit;
        }
        return code;
    }

    private static String longestPlainRun(String text) {
        String best = "";
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && isPlain(text.charAt(i))) continue;
            if (i - start > best.length()) best = text.substring(start, i);
            start = i + 1;
        }
        return best;
    }

    /** Never written as an escape by any JSON writer met so far, and with no other letter case than its own two. */
    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || " _-.,:;()[]{}#*!?@%$^|~".indexOf(c) >= 0;
    }
}
