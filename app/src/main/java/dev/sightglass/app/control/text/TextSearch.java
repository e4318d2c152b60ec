package dev.sightglass.app.control.text;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.bytes.ByteScan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Finds text or a pattern in a document. Bounded in hits and in time, whatever the pattern: a hostile one only costs the time
 * given. May be called from any thread; an interrupt ends it.
 */
public final class TextSearch {
    /** More hits than anyone steps through. */
    public static final int MOST_HITS = 100_000;

    /** What payloads consist of, the most frequent first. */
    private static final String FREQUENT = " etaoinsrhldcum\",:fpgyb{}wv0123._-[]k45x678j9qz";

    private static final int LONGEST_PIECE = 1 << 20;

    private final SourceText document;
    private final Deadline deadline;
    private final HitList hits = new HitList();

    private TextSearch(SourceText document, Duration limit) {
        this.document = document;
        this.deadline = new Deadline(limit);
    }

    /**
     * Finds plain text, letter case aside. Text that JSON writes with escapes is found in both forms, so that {@code say
     * "hi"} finds {@code say \"hi\"}.
     */
    public static SearchHits plain(SourceText document, String wanted, Duration limit) {
        if (wanted.isEmpty()) return SearchHits.NONE;
        String escaped = escaped(wanted);
        String pattern = Pattern.quote(wanted) + (escaped.equals(wanted) ? "" : "|" + Pattern.quote(escaped));
        boolean ascii = wanted.chars().allMatch(c -> c < 0x80);
        if (ascii && escaped.equals(wanted)) return new TextSearch(document, limit).bytes(wanted);
        return regex(document, pattern, limit);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\t", "\\t");
    }

    /** Finds a regular expression, letter case aside, line by line. */
    public static SearchHits regex(SourceText document, String pattern, Duration limit) {
        if (pattern.isEmpty()) return SearchHits.NONE;
        try {
            int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            return new TextSearch(document, limit).lines(Pattern.compile(pattern, flags));
        } catch (PatternSyntaxException wrong) {
            return SearchHits.failed(wrong.getDescription() + " at " + (wrong.getIndex() + 1));
        }
    }

    /** Compares bytes with ASCII case folding: no decoding, a few milliseconds for 5 MB. */
    private SearchHits bytes(String wanted) {
        byte[] lower = wanted.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        byte[] text = document.bytes();
        int last = document.length() - lower.length;
        int rare = rarest(lower);
        byte one = lower[rare];
        byte other = (byte) Character.toUpperCase(one);
        int i = 0;
        while (i <= last) {
            i = ByteScan.either(text, i + rare, last + rare + 1, one, other) - rare;
            if (i > last) break;
            boolean hit = matches(text, i, lower);
            if (hit && !hits.add(i, i + lower.length)) return hits.result(false, null);
            i += hit ? lower.length : 1;
        }
        return hits.result(true, null);
    }

    /** The place of the byte that is likely to stop the scan least often. */
    private static int rarest(byte[] lower) {
        int best = 0;
        for (int i = 1; i < lower.length; i++) if (rarity(lower[i]) > rarity(lower[best])) best = i;
        return best;
    }

    private static int rarity(byte b) {
        int place = FREQUENT.indexOf(b);
        return place < 0 ? FREQUENT.length() : place;
    }

    private static boolean matches(byte[] text, int at, byte[] lower) {
        for (int i = 0; i < lower.length; i++) {
            byte b = text[at + i];
            int folded = b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
            if (folded != lower[i]) return false;
        }
        return true;
    }

    private SearchHits lines(Pattern pattern) {
        try {
            int at = 0;
            while (at < document.length()) {
                int end = pieceEnd(at);
                if (!piece(pattern, at, end)) return hits.result(false, null);
                at = end + 1;
            }
            return hits.result(true, null);
        } catch (Deadline.Passed passed) {
            return hits.result(
                    false, Messages.text("search.stopped", deadline.limit().toSeconds()));
        } catch (StackOverflowError tooDeep) {
            return hits.result(false, Messages.text("search.complex"));
        }
    }

    /** A line, or a part of a very long one. */
    private int pieceEnd(int from) {
        int most = Math.min(document.length(), from + LONGEST_PIECE);
        return ByteScan.indexOf(document.bytes(), from, most, (byte) '\n');
    }

    private boolean piece(Pattern pattern, int from, int to) {
        RowDecoder decoded = new RowDecoder(document.bytes(), from, to);
        Matcher matcher = pattern.matcher(deadline.guard(decoded.text));
        int at = 0;
        while (at <= decoded.text.length() && matcher.find(at)) {
            boolean empty = matcher.end() == matcher.start();
            at = matcher.end() + (empty ? 1 : 0);
            if (!empty && !hits.add(decoded.offsets[matcher.start()], decoded.offsets[matcher.end()])) return false;
        }
        return true;
    }
}
