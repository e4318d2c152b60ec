package dev.sightglass.engine.store.form;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says whether bytes hold a text once JSON's escapes are undone, letter case aside; also when the JSON stands as text inside
 * other JSON, as the arguments of a tool call do. Most bytes are dismissed unread by their lack of one of the text's plain
 * parts, which no escape changes.
 */
public final class TextMatcher {
    /** So many times JSON may stand in JSON, and once more. */
    private static final int DEEPEST = 3;

    private final String wanted;
    /** The longest first. */
    private final List<FoldedScan> plain;

    private final boolean wholeIsPlain;
    /** The text, when it is ASCII: then bytes need not be made characters. */
    private final @Nullable FoldedScan whole;

    public TextMatcher(String text) {
        wanted = Letters.fold(text);
        boolean ascii = !text.isEmpty() && text.chars().allMatch(c -> c < 0x80);
        whole = ascii ? new FoldedScan(text) : null;
        List<String> runs = plainRuns(text);
        plain = runs.stream().map(FoldedScan::new).toList();
        wholeIsPlain = !runs.isEmpty() && runs.getFirst().length() == text.length();
    }

    public boolean matches(byte[] bytes) {
        return matches(bytes, 0, bytes.length);
    }

    /** The same for the bytes from {@code start} to before {@code end}. */
    public boolean matches(byte[] bytes, int start, int end) {
        if (!mayMatch(bytes, start, end)) return false;
        return wholeIsPlain
                || (whole == null ? matchesDecoded(bytes, start, end) : matchesDecoded(whole, bytes, start, end));
    }

    /** False when no part of the bytes can match, so that many parts are dismissed at once. */
    public boolean mayMatch(byte[] bytes, int start, int end) {
        for (FoldedScan part : plain) if (part.indexOf(bytes, start, end) < 0) return false;
        return true;
    }

    private static boolean matchesDecoded(FoldedScan whole, byte[] bytes, int start, int end) {
        if (whole.indexOf(bytes, start, end) >= 0) return true;
        byte[] text = new byte[end - start];
        int length = Unescape.ascii(bytes, start, end, text);
        for (int depth = 1; depth < DEEPEST && length >= 0; depth++) {
            if (whole.indexOf(text, 0, length) >= 0) return true;
            length = Unescape.ascii(text, 0, length, text);
        }
        return false;
    }

    private boolean matchesDecoded(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        for (int depth = 0; depth < DEEPEST; depth++) {
            if (Letters.fold(text).contains(wanted)) return true;
            if (text.indexOf('\\') < 0) return false;
            text = Unescape.text(text);
        }
        return false;
    }

    private static List<String> plainRuns(String text) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Letters.isPlain(text.charAt(i))) continue;
            if (i > start) runs.add(text.substring(start, i));
            start = i + 1;
        }
        runs.sort(Comparator.comparingInt(String::length).reversed());
        return runs;
    }
}
