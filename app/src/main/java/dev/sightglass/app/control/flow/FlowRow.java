package dev.sightglass.app.control.flow;

import org.jspecify.annotations.Nullable;

/** What a {@link FlowView} shows in one row. Rows that are equal look the same and are drawn once. */
public interface FlowRow {
    /** Names the row among all others, also while rows are added or folded away around it. */
    Object key();

    /** What can be selected, searched and copied; null for rows that are only there to look at. */
    @Nullable
    String text();

    /** False when the next row goes on with the same line. */
    default boolean endsLine() {
        return true;
    }

    /** About how high the row will be, in pixels: only the scroll bar of rows that were never in sight rests on it. */
    double likelyHeight(double width);
}
