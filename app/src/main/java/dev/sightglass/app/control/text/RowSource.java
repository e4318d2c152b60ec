package dev.sightglass.app.control.text;

import org.jspecify.annotations.Nullable;

/** Rows of one height for a viewer that draws only what is in sight. Positions are bytes of the shown text. */
public interface RowSource {
    int size();

    /** Made anew for each call: rows exist only while they are seen. */
    DisplayRow row(int index);

    /** The row that holds the position; the last one for positions after the end. */
    int rowOf(int offset);

    /** Where the row's text begins. */
    int startOf(int row);

    /** Where the row's text ends, its line break left out. */
    int endOf(int row);

    /** The widest row in columns of a fixed-width font, roughly; 0 when it shows only as rows are drawn. */
    int columns();

    /** The text between two positions, for the clipboard: as it is, without the row breaks of the display. */
    String copy(int from, int to);

    /** The text that positions count in. */
    SourceText source();

    /** The value at a position; null where there are no values. May read the whole text: off the FX thread. */
    @Nullable
    ValueAt valueAt(int offset);

    /** Digits of the highest line number; 0 when there is no gutter. */
    int gutterDigits();
}
