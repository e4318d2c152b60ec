package dev.sightglass.app.control.text;

import dev.sightglass.app.format.Messages;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lays JSON out token by token: one member or element a line, two spaces a level. Every token is copied as it stands, so that
 * numbers, escapes, duplicate keys and broken UTF-8 look as received; parsing into values and printing those would change
 * them.
 */
public final class JsonFormatter {
    /** Deeper texts stand as received from there on: nobody can read them laid out. */
    public static final int MAX_DEPTH = 1_000;

    /** Levels beyond this are not indented further, so that a deep text does not grow with the square of its depth. */
    private static final int MAX_INDENTED = 100;

    private enum Expect {
        VALUE("json.value"),
        VALUE_OR_END("json.valueOrEnd"),
        KEY_OR_END("json.nameOrEnd"),
        KEY("json.name"),
        COLON("json.colon"),
        COMMA_OR_END("json.commaOrEnd"),
        NOTHING("json.nothingMore");

        private final String key;

        Expect(String key) {
            this.key = key;
        }
    }

    private final byte[] in;
    private final ByteSink out;
    private boolean[] objects = new boolean[64];
    private int end;
    private int at;
    private int depth;
    private Expect expect = Expect.VALUE;

    /** Lays out parts of a text to the end of {@code out}. */
    JsonFormatter(byte[] in, ByteSink out) {
        this.in = in;
        this.out = out;
    }

    /** Formats the whole text. */
    public static FormattedText format(byte[] json) {
        return format(json, json.length);
    }

    /** Formats about the first {@code upTo} bytes: enough for a first screen while the rest is being worked on. */
    public static FormattedText format(byte[] json, int upTo) {
        ByteSink out = new ByteSink((int) Math.min(Integer.MAX_VALUE - 16, Math.min(json.length, upTo) * 5L / 4 + 64));
        JsonFault fault = write(json, upTo, out);
        return new FormattedText(out.bytes(), out.length(), fault);
    }

    /** The same to the end of {@code out}. */
    static @Nullable JsonFault write(byte[] json, int upTo, ByteSink out) {
        JsonFault fault = new JsonFormatter(json, out).format(byteOrderMark(json), Math.min(json.length, upTo), upTo);
        return upTo < json.length ? null : fault;
    }

    /** Formats the value between two positions. */
    @Nullable
    JsonFault format(int from, int to, int upTo) {
        at = from;
        end = to;
        depth = 0;
        expect = Expect.VALUE;
        String problem = run(upTo);
        if (problem == null) return null;
        JsonFault fault = new JsonFault(at, out.length(), problem);
        out.putLines(in, at, to);
        return fault;
    }

    static int byteOrderMark(byte[] text) {
        boolean marked = text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private @Nullable String run(int upTo) {
        while (true) {
            at = JsonScanner.skipSpace(in, at, end);
            if (at >= upTo && upTo < end) return null;
            if (at >= end)
                return expect == Expect.NOTHING ? null : Messages.text("json.ends", Messages.text(expect.key));
            String problem = step(in[at]);
            if (problem != null) return problem;
        }
    }

    private @Nullable String step(byte b) {
        return switch (expect) {
            case VALUE -> value(b);
            case VALUE_OR_END -> b == ']' ? closeEmpty(b) : onNewLine(() -> value(b));
            case KEY_OR_END -> b == '}' ? closeEmpty(b) : onNewLine(() -> key(b));
            case KEY -> key(b);
            case COLON -> colon(b);
            case COMMA_OR_END -> commaOrEnd(b);
            case NOTHING -> expected();
        };
    }

    private interface Step {
        @Nullable
        String take();
    }

    private @Nullable String onNewLine(Step step) {
        out.breakAndIndent(indent());
        return step.take();
    }

    private int indent() {
        return 2 * Math.min(depth, MAX_INDENTED);
    }

    private @Nullable String value(byte b) {
        return switch (b) {
            case '{' -> open(b, true, Expect.KEY_OR_END);
            case '[' -> open(b, false, Expect.VALUE_OR_END);
            case '"' -> string(afterValue());
            default -> scalar();
        };
    }

    private @Nullable String open(byte bracket, boolean object, Expect next) {
        if (depth == MAX_DEPTH) return Messages.text("json.deep", MAX_DEPTH);
        out.put(bracket);
        at++;
        if (depth == objects.length) objects = Arrays.copyOf(objects, 2 * depth);
        objects[depth++] = object;
        expect = next;
        return null;
    }

    private @Nullable String closeEmpty(byte bracket) {
        depth--;
        out.put(bracket);
        at++;
        expect = afterValue();
        return null;
    }

    private @Nullable String key(byte b) {
        return b == '"' ? string(Expect.COLON) : expected();
    }

    private @Nullable String colon(byte b) {
        if (b != ':') return expected();
        out.put((byte) ':');
        out.put((byte) ' ');
        at++;
        expect = Expect.VALUE;
        return null;
    }

    private @Nullable String commaOrEnd(byte b) {
        boolean object = objects[depth - 1];
        if (b == ',') {
            out.put(b);
            out.breakAndIndent(indent());
            at++;
            expect = object ? Expect.KEY : Expect.VALUE;
            return null;
        }
        if (b != (object ? '}' : ']')) return expected();
        depth--;
        out.breakAndIndent(indent());
        out.put(b);
        at++;
        expect = afterValue();
        return null;
    }

    private @Nullable String string(Expect next) {
        int to = JsonScanner.flawlessEnd(in, at, end);
        if (to < 0) return brokenString();
        out.put(in, at, to);
        at = to;
        expect = next;
        return null;
    }

    private String brokenString() {
        int to = JsonScanner.stringEnd(in, at, end);
        if (to < 0) return Messages.text("json.endsInString");
        int wrong = JsonScanner.stringFault(in, at, to);
        out.put(in, at, wrong);
        at = wrong;
        return in[wrong] == '\\' ? Messages.text("json.escape") : Messages.text("json.control");
    }

    private @Nullable String scalar() {
        int to = JsonScanner.wordEnd(in, at, end);
        if (to == at) return expected();
        if (!JsonScanner.isScalar(in, at, to)) return Messages.text("json.scalar");
        out.put(in, at, to);
        at = to;
        expect = afterValue();
        return null;
    }

    private Expect afterValue() {
        return depth == 0 ? Expect.NOTHING : Expect.COMMA_OR_END;
    }

    private String expected() {
        return expect == Expect.NOTHING
                ? Messages.text("json.more")
                : Messages.text("json.expected", Messages.text(expect.key));
    }
}
