package dev.sightglass.app.control.text;

import java.util.Arrays;
import java.util.BitSet;

/** Finds the rows of a text: one pass over the bytes. */
final class RowCutter {
    private static final int UNDECIDED = -1;

    int[] starts;
    int[] lines;
    int count;
    int widest;
    final BitSet continued = new BitSet();
    final BitSet inString = new BitSet();

    private final byte[] bytes;
    private final int length;
    private final Syntax syntax;
    private final int maxColumns;
    private int line = 1;

    RowCutter(byte[] bytes, int length, Syntax syntax, int maxColumns) {
        this.bytes = bytes;
        this.length = length;
        this.syntax = syntax;
        this.maxColumns = maxColumns;
        int guess = Math.max(16, length / 32);
        starts = new int[guess + 1];
        lines = new int[guess];
    }

    void run() {
        int at = 0;
        do {
            int end = lineEnd(at);
            cut(at, end);
            at = end + 1;
            line++;
        } while (at < length);
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < length && bytes[i] != '\n') i++;
        return i;
    }

    private void cut(int from, int end) {
        add(from);
        if (end - from <= maxColumns) {
            widest = Math.max(widest, end - from);
            return;
        }
        boolean quoted = false;
        int scanned = from;
        int row = from;
        while (true) {
            int next = rowEnd(row, end);
            if (next >= end) return;
            quoted = quotedAt(scanned, next, quoted);
            scanned = next;
            add(next);
            continued.set(count - 1);
            if (quoted && syntax != Syntax.PLAIN) inString.set(count - 1);
            row = next;
        }
    }

    /** The end of a row that begins at {@code from}: never inside a character. */
    private int rowEnd(int from, int end) {
        int column = 0;
        int i = from;
        int space = UNDECIDED;
        while (i < end) {
            int width = Utf8.columns(bytes, i, length);
            if (column + width > maxColumns) break;
            column += width;
            if (bytes[i] == ' ' && column > maxColumns * 2 / 3) space = i + 1;
            i += Utf8.length(bytes, i, length);
        }
        widest = Math.max(widest, column);
        return i < end && space != UNDECIDED ? space : Math.max(i, from + 1);
    }

    /** Whether {@code to} stands inside a JSON string, given whether {@code from} does. */
    private boolean quotedAt(int from, int to, boolean quoted) {
        boolean now = quoted;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"' && !escaped(i)) now = !now;
        }
        return now;
    }

    /** Whether an odd number of backslashes stands before the position. */
    private boolean escaped(int at) {
        int i = at - 1;
        while (i >= 0 && bytes[i] == '\\') i--;
        return (at - i) % 2 == 0;
    }

    private void add(int start) {
        if (count == lines.length) {
            int more = Math.max(64, count * 3 / 2);
            starts = Arrays.copyOf(starts, more + 1);
            lines = Arrays.copyOf(lines, more);
        }
        starts[count] = start;
        lines[count++] = line;
    }
}
