package dev.sightglass.app.control.text;

import dev.sightglass.engine.bytes.ByteScan;
import java.util.BitSet;

/** Finds the rows of a text, line by line, and what each of them can hide. */
final class RowCutter implements LineSink {
    private static final int UNDECIDED = -1;

    final Ints starts = new Ints();
    /** Numbers of the rows' lines from the first row on that goes on with the line before; before it each row is a line. */
    final Ints lines = new Ints();

    final BitSet continued = new BitSet();
    final BitSet inString = new BitSet();
    final Folds folds = new Folds();
    int widest;

    private final Syntax syntax;
    private final int maxColumns;
    private int line;

    /** @param maxColumns where long lines are cut */
    RowCutter(Syntax syntax, int maxColumns) {
        this.syntax = syntax;
        this.maxColumns = maxColumns;
    }

    /** Takes all lines of a text. */
    void run(byte[] bytes, int length) {
        int at = 0;
        do {
            int end = ByteScan.indexOf(bytes, at, length, (byte) '\n');
            line(bytes, at, end);
            at = end + 1;
        } while (at < length);
    }

    int count() {
        return starts.size();
    }

    @Override
    public void line(byte[] bytes, int from, int end) {
        line++;
        int first = count();
        add(from);
        if (end - from <= maxColumns) widest = Math.max(widest, end - from);
        else cut(bytes, from, end);
        folds.line(first, count(), indent(bytes, from, end), opens(bytes, from, end));
    }

    private static int indent(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] == ' ') i++;
        return i - from;
    }

    private static boolean opens(byte[] bytes, int from, int end) {
        int last = end - 1;
        while (last >= from && bytes[last] == '\r') last--;
        return last >= from && (bytes[last] == '{' || bytes[last] == '[');
    }

    private void cut(byte[] bytes, int from, int end) {
        boolean quoted = false;
        int scanned = from;
        int row = from;
        while (true) {
            int next = rowEnd(bytes, row, end);
            if (next >= end) return;
            quoted = quotedAt(bytes, scanned, next, quoted);
            scanned = next;
            continued.set(count());
            if (quoted && syntax != Syntax.PLAIN) inString.set(count());
            add(next);
            row = next;
        }
    }

    /** The end of a row that begins at {@code from}: never inside a character, after a space where one is near. */
    private int rowEnd(byte[] bytes, int from, int end) {
        int most = Math.min(end, from + maxColumns);
        if (ByteScan.printable(bytes, from, most) < most) return unevenRowEnd(bytes, from, end);
        widest = Math.max(widest, most - from);
        if (most == end) return end;
        int least = from + maxColumns * 2 / 3;
        for (int i = most - 1; i >= least; i--) if (bytes[i] == ' ') return i + 1;
        return most;
    }

    /** The same where characters differ in width or in the number of their bytes. */
    private int unevenRowEnd(byte[] bytes, int from, int end) {
        int column = 0;
        int i = from;
        int space = UNDECIDED;
        while (i < end) {
            int width = Utf8.columns(bytes, i, end);
            if (column + width > maxColumns) break;
            column += width;
            if (bytes[i] == ' ' && column > maxColumns * 2 / 3) space = i + 1;
            i += Utf8.length(bytes, i, end);
        }
        widest = Math.max(widest, column);
        return i < end && space != UNDECIDED ? space : Math.max(i, from + 1);
    }

    /** Whether {@code to} stands inside a JSON string, given whether {@code from} does. */
    private static boolean quotedAt(byte[] bytes, int from, int to, boolean quoted) {
        boolean now = quoted;
        int i = ByteScan.indexOf(bytes, from, to, (byte) '"');
        while (i < to) {
            if (!escaped(bytes, i)) now = !now;
            i = ByteScan.indexOf(bytes, i + 1, to, (byte) '"');
        }
        return now;
    }

    /** Whether an odd number of backslashes stands before the position. */
    private static boolean escaped(byte[] bytes, int at) {
        int i = at - 1;
        while (i >= 0 && bytes[i] == '\\') i--;
        return (at - i) % 2 == 0;
    }

    private void add(int start) {
        if (!continued.isEmpty()) lines.add(line);
        starts.add(start);
    }
}
