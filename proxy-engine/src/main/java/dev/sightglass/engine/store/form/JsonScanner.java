package dev.sightglass.engine.store.form;

import dev.sightglass.engine.bytes.ByteScan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Steps over JSON values in bytes without building anything, and notes what changes between two sends of one message:
 * {@code cache_control} members, which move, and the client's billing line.
 */
final class JsonScanner {
    /** Thrown at what is not JSON; has no stack trace, since it only chooses another way to cut. */
    static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotJson() {
            super("not JSON", null, false, false);
        }
    }

    private static final int DEEPEST = 500;
    private static final byte[] MARK = ascii("cache_control");
    private static final byte[] BILLING = ascii("x-anthropic-billing-header:");
    private static final int LONGEST_LIFT = 400;

    private final byte[] bytes;
    private final List<CutBody.Lift> lifts = new ArrayList<>();

    JsonScanner(byte[] bytes) {
        this.bytes = bytes;
    }

    List<CutBody.Lift> lifts() {
        return lifts;
    }

    /** Forgets lifts found after the first {@code count}. */
    void forgetAfter(int count) {
        lifts.subList(count, lifts.size()).clear();
    }

    int blanks(int from) {
        int at = from;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t'))
            at++;
        return at;
    }

    boolean is(int at, char wanted) {
        return at < bytes.length && bytes[at] == wanted;
    }

    int expect(int at, char wanted) {
        if (!is(at, wanted)) throw new NotJson();
        return at + 1;
    }

    /** The end of the value that starts at {@code at}. */
    int value(int at, int depth) {
        if (at >= bytes.length || depth > DEEPEST) throw new NotJson();
        return switch (bytes[at]) {
            case '{' -> object(at, depth);
            case '[' -> array(at, depth);
            case '"' -> text(at);
            default -> word(at);
        };
    }

    /** The end of the string whose opening quote is at {@code at}. */
    int string(int at) {
        int next = quoteOrBackslash(at + 1);
        while (next < bytes.length && bytes[next] == '\\') next = quoteOrBackslash(next + 2);
        if (next >= bytes.length) throw new NotJson();
        return next + 1;
    }

    /** Where the next of the two stands; the end or behind it when there is none. */
    private int quoteOrBackslash(int from) {
        return ByteScan.either(bytes, from, bytes.length, (byte) '"', (byte) '\\');
    }

    private int text(int at) {
        int end = string(at);
        if (startsWith(at + 1, BILLING)) liftBilling(at + 1 + BILLING.length, end - 1);
        return end;
    }

    private void liftBilling(int start, int textEnd) {
        int end = start;
        while (end < textEnd && bytes[end] != '\\') end++;
        if (end > start && end - start <= LONGEST_LIFT) lifts.add(new CutBody.Lift(start, end));
    }

    private int array(int open, int depth) {
        int at = blanks(open + 1);
        if (is(at, ']')) return at + 1;
        while (true) {
            at = blanks(value(at, depth + 1));
            if (is(at, ']')) return at + 1;
            at = blanks(expect(at, ','));
        }
    }

    private int object(int open, int depth) {
        int at = blanks(open + 1);
        if (is(at, '}')) return at + 1;
        int comma = -1;
        while (true) {
            int key = at;
            int found = lifts.size();
            int keyEnd = is(at, '"') ? string(at) : expect(at, '"');
            int end = value(blanks(expect(blanks(keyEnd), ':')), depth + 1);
            at = blanks(end);
            boolean last = is(at, '}');
            int next = last ? at + 1 : expect(at, ',');
            if (isMark(key, keyEnd)) liftMark(found, key, end, comma, last ? -1 : next);
            if (last) return next;
            comma = next - 1;
            at = blanks(next);
        }
    }

    private void liftMark(int found, int key, int end, int commaBefore, int afterComma) {
        forgetAfter(found);
        int start = commaBefore >= 0 ? commaBefore : key;
        int stop = commaBefore >= 0 || afterComma < 0 ? end : afterComma;
        boolean apart = lifts.isEmpty() || lifts.getLast().end() <= start;
        if (apart && stop - start <= LONGEST_LIFT) lifts.add(new CutBody.Lift(start, stop));
    }

    private boolean isMark(int key, int keyEnd) {
        return keyEnd - key == MARK.length + 2 && startsWith(key + 1, MARK);
    }

    private int word(int from) {
        int at = from;
        while (at < bytes.length && (Character.isLetterOrDigit(bytes[at]) || "+-.".indexOf(bytes[at]) >= 0)) at++;
        if (at == from) throw new NotJson();
        return at;
    }

    private boolean startsWith(int at, byte[] wanted) {
        return at + wanted.length <= bytes.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
