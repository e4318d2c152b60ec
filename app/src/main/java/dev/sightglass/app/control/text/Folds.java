package dev.sightglass.app.control.text;

import java.util.Arrays;

/** What each row of a text can hide; told of the lines in their order, so that no later question looks at more than one row. */
final class Folds {
    /** There is nothing to hide. */
    static final int NONE = 0;

    private static final int LONG_LINE = 3;

    private final Ints ends = new Ints();
    /** Pairs of the first row of a line that opens a block, and the first one after that line. */
    private int[] open = new int[128];

    private int[] indents = new int[64];
    private int depth;

    /**
     * A line from its first row to the row after its last one.
     *
     * @param indent spaces before its text
     * @param opens whether it ends with an opening bracket
     */
    void line(int row, int next, int indent, boolean opens) {
        while (depth > 0 && indents[depth - 1] >= indent) close(row);
        for (int i = row; i < next; i++) ends.add(NONE);
        if (next - row > LONG_LINE) ends.set(row, next);
        else if (opens) open(row, next, indent);
    }

    /** For each row the first row after what folding it hides, or {@link #NONE}. */
    Ints ends() {
        while (depth > 0) close(ends.size());
        return ends;
    }

    private void open(int row, int next, int indent) {
        if (depth == indents.length) {
            open = Arrays.copyOf(open, depth * 4);
            indents = Arrays.copyOf(indents, depth * 2);
        }
        open[2 * depth] = row;
        open[2 * depth + 1] = next;
        indents[depth++] = indent;
    }

    private void close(int end) {
        depth--;
        if (end > open[2 * depth + 1]) ends.set(open[2 * depth], end);
    }
}
