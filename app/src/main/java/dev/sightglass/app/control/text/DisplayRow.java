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
 */
public record DisplayRow(String text, List<Span> spans, int[] offsets, String gutter, Fold fold, Tone tone) {
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
