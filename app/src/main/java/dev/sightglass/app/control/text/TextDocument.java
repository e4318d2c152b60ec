package dev.sightglass.app.control.text;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * A text as UTF-8 bytes with an index of rows. A line longer than the wanted width becomes several rows, so that no row is too
 * long to be drawn; the bytes are never changed. Immutable.
 */
public final class TextDocument {
    private final byte[] bytes;
    private final int length;
    private final Syntax syntax;
    private final Ints starts;
    private final Ints lines;
    private final Ints foldEnds;
    private final BitSet continued;
    private final BitSet inString;
    private final int columns;

    TextDocument(byte[] bytes, int length, Syntax syntax, RowCutter rows) {
        this.bytes = bytes;
        this.length = length;
        this.syntax = syntax;
        this.starts = rows.starts;
        this.lines = rows.lines;
        this.foldEnds = rows.folds.ends();
        this.continued = rows.continued;
        this.inString = rows.inString;
        this.columns = rows.widest;
    }

    /**
     * Indexes the first {@code length} bytes, which must not change afterwards.
     *
     * @param maxColumns where long lines are cut
     */
    public static TextDocument of(byte[] bytes, int length, Syntax syntax, int maxColumns) {
        RowCutter rows = new RowCutter(syntax, maxColumns);
        rows.run(bytes, length);
        return new TextDocument(bytes, length, syntax, rows);
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Number of bytes that belong to the text. */
    public int length() {
        return length;
    }

    public Syntax syntax() {
        return syntax;
    }

    public int rows() {
        return starts.size();
    }

    public int startOf(int row) {
        return row == starts.size() ? length : starts.get(row);
    }

    /** Without the line break. */
    public int endOf(int row) {
        int start = startOf(row);
        int end = startOf(row + 1);
        while (end > start && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r') && !isContinued(row + 1)) end--;
        return end;
    }

    /** Whether the row goes on with the line of the row before. */
    public boolean isContinued(int row) {
        return continued.get(row);
    }

    /** Whether a line takes more than one row. */
    boolean hasLongLines() {
        return !continued.isEmpty();
    }

    /** Whether the row begins inside a JSON string. */
    public boolean startsInString(int row) {
        return inString.get(row);
    }

    /** For each row the first row after what folding it hides, or {@link Folds#NONE}. */
    Ints foldEnds() {
        return foldEnds;
    }

    /** The line number of a row, from 1. */
    public int lineOf(int row) {
        int numbered = starts.size() - lines.size();
        return row < numbered ? row + 1 : lines.get(row - numbered);
    }

    /** The first row of a line, from 1. */
    public int rowOfLine(int line) {
        int low = 0;
        int high = rows() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lineOf(middle) < line) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    public int lines() {
        return rows() == 0 ? 0 : lineOf(rows() - 1);
    }

    public int columns() {
        return columns;
    }

    public int rowOf(int offset) {
        return Math.max(0, starts.lastUpTo(offset, starts.size()));
    }

    /** Leading spaces of the row's line. */
    public int indentOf(int row) {
        int start = startOf(row);
        int i = start;
        int end = startOf(row + 1);
        while (i < end && bytes[i] == ' ') i++;
        return i - start;
    }

    public String text(int from, int to) {
        return new String(bytes, from, Math.min(to, length) - from, StandardCharsets.UTF_8);
    }
}
