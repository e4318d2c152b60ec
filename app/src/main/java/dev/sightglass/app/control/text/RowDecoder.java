package dev.sightglass.app.control.text;

import java.util.Arrays;
import java.util.BitSet;

/** Turns the bytes of one row into what is drawn, remembering which character came from where. */
final class RowDecoder {
    static final String TAB = "    ";

    final StringBuilder text = new StringBuilder();
    int[] offsets = new int[128];
    /** Characters that are marks for something invisible. */
    final BitSet marks = new BitSet();

    RowDecoder(byte[] bytes, int from, int to) {
        this(bytes, from, to, false);
    }

    /** @param escapes whether JSON's escapes are shown as what they stand for */
    RowDecoder(byte[] bytes, int from, int to, boolean escapes) {
        int i = from;
        while (i < to) {
            if (escapes && bytes[i] == '\\' && i + 1 < to) {
                i += escape(bytes, i, to);
                continue;
            }
            int c = Utf8.codePoint(bytes, i, to);
            int length = c == Utf8.BROKEN ? 1 : Utf8.length(bytes, i, to);
            if (c == '\t') add(TAB, i, false);
            else if (c == Utf8.BROKEN || Invisible.needsMark(c)) add(Invisible.mark(c, bytes[i]), i, true);
            else if (c < 0x10000) add((char) c, i);
            else add(Character.toString(c), i, false);
            i += length;
        }
        offsets = Arrays.copyOf(offsets, text.length() + 1);
        offsets[text.length()] = to;
    }

    private int escape(byte[] bytes, int at, int to) {
        int length = JsonScanner.escapeLength(bytes, at, to);
        int c = JsonScanner.escaped(bytes, at, length);
        if (c == '\t') add(TAB, at, false);
        else if (c != '\n' && Invisible.needsMark(c)) add(Invisible.mark(c, (byte) 0), at, true);
        else if (c != '\n') add(Character.toString(c), at, false);
        return length;
    }

    private void add(char c, int offset) {
        ensure(1);
        offsets[text.length()] = offset;
        text.append(c);
    }

    private void add(String shown, int offset, boolean mark) {
        ensure(shown.length());
        int at = text.length();
        Arrays.fill(offsets, at, at + shown.length(), offset);
        if (mark) marks.set(at, at + shown.length());
        text.append(shown);
    }

    private void ensure(int more) {
        if (text.length() + more >= offsets.length)
            offsets = Arrays.copyOf(offsets, Math.max(offsets.length * 2, text.length() + more + 1));
    }
}
