package dev.sightglass.app.control.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A text as UTF-8 bytes with an index of rows. A line longer than the wanted width becomes several rows, so that no row is too
 * long to be drawn; the bytes are never changed. Immutable.
 */
public final class TextDocument {
    private final byte[] bytes;
    private final int length;
    private final Syntax syntax;
    private final int[] starts;
    private final int[] lines;
    private final BitSet continued;
    private final BitSet inString;
    private final int columns;

    private TextDocument(byte[] bytes, int length, Syntax syntax, RowCutter rows) {
        this.bytes = bytes;
        this.length = length;
        this.syntax = syntax;
        this.starts = Arrays.copyOf(rows.starts, rows.count + 1);
        this.lines = Arrays.copyOf(rows.lines, rows.count);
        this.starts[rows.count] = length;
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
        RowCutter rows = new RowCutter(bytes, length, syntax, maxColumns);
        rows.run();
        return new TextDocument(bytes, length, syntax, rows);
    }

    /** The same text with its long lines cut elsewhere. */
    public TextDocument wrappedAt(int maxColumns) {
        return of(bytes, length, syntax, maxColumns);
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
        return lines.length;
    }

    public int startOf(int row) {
        return starts[row];
    }

    /** Without the line break. */
    public int endOf(int row) {
        int end = starts[row + 1];
        while (end > starts[row] && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r') && !isContinued(row + 1)) end--;
        return end;
    }

    /** Whether the row goes on with the line of the row before. */
    public boolean isContinued(int row) {
        return continued.get(row);
    }

    /** Whether the row begins inside a JSON string. */
    public boolean startsInString(int row) {
        return inString.get(row);
    }

    /** The line number of a row, from 1. */
    public int lineOf(int row) {
        return lines[row];
    }

    /** The first row of a line, from 1. */
    public int rowOfLine(int line) {
        int row = Math.max(0, Arrays.binarySearch(lines, line));
        while (row > 0 && lines[row - 1] == line) row--;
        return row;
    }

    public int lines() {
        return lines.length == 0 ? 0 : lines[lines.length - 1];
    }

    public int columns() {
        return columns;
    }

    public int rowOf(int offset) {
        int found = Arrays.binarySearch(starts, 0, lines.length, offset);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** Leading spaces of the row's line. */
    public int indentOf(int row) {
        int i = starts[row];
        int end = starts[row + 1];
        while (i < end && bytes[i] == ' ') i++;
        return i - starts[row];
    }

    /** Whether the row ends with an opening bracket. */
    boolean opens(int row) {
        int end = endOf(row);
        if (end == starts[row]) return false;
        byte last = bytes[end - 1];
        return last == '{' || last == '[';
    }

    public String text(int from, int to) {
        return new String(bytes, from, Math.min(to, length) - from, StandardCharsets.UTF_8);
    }
}
