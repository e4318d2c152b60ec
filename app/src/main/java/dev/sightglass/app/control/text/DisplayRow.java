package dev.sightglass.app.control.text;

import java.util.List;

/**
 * One row as drawn.
 *
 * @param text what is drawn; control and bidi characters are replaced by visible marks
 * @param spans colours, in order, without gaps
 * @param offsets for each character of {@code text} the position of its source byte, and one more for the row's end
 * @param gutter what stands left of the text, such as the line number
 * @param fold whether something can be folded here
 * @param tone the ground of the whole row
 * @param indent column of the text before which the fold's mark stands; 0 for the gutter
 * @param marked pairs of first character and the one after the last that stand out of the row's ground
 */
public record DisplayRow(
        String text, List<Span> spans, int[] offsets, String gutter, Fold fold, Tone tone, int indent, int[] marked) {
    /** Nothing stands out. */
    static final int[] NO_MARKS = {};

    public DisplayRow(String text, List<Span> spans, int[] offsets, String gutter, Fold fold, Tone tone) {
        this(text, spans, offsets, gutter, fold, tone, 0, NO_MARKS);
    }

    /** Fold state of a row. */
    public enum Fold {
        NONE,
        OPEN,
        CLOSED
    }

    /** Ground of a row. */
    public enum Tone {
        PLAIN,
        ADDED,
        REMOVED,
        CHANGED,
        ABSENT
    }

    /** A run of characters of one kind; {@code end} is exclusive. */
    public record Span(int start, int end, Kind kind) {}

    /** What a run of characters is. */
    public enum Kind {
        KEY,
        STRING,
        NUMBER,
        LITERAL,
        PUNCTUATION,
        COMMENT,
        MARK,
        HEADING,
        PLAIN
    }

    /** The character that stands for the position, or the next one. */
    public int charAt(int offset) {
        int low = 0;
        int high = offsets.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (offsets[middle] < offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
