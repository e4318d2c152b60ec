package dev.sightglass.app.control.text;

import java.util.Arrays;

/** What each row of a document can hide: found in one pass, so that no later question looks at more than one row. */
final class Folds {
    /** There is nothing to hide. */
    static final int NONE = 0;

    private static final int LONG_LINE = 3;

    private final TextDocument document;
    private final int[] ends;
    private int[] open = new int[64];
    private int[] indents = new int[64];
    private int depth;

    private Folds(TextDocument document) {
        this.document = document;
        this.ends = new int[document.rows()];
    }

    /** For each row the first row after what folding it hides, or {@link #NONE}. */
    static int[] of(TextDocument document) {
        Folds folds = new Folds(document);
        folds.run();
        return folds.ends;
    }

    private void run() {
        int row = 0;
        while (row < ends.length) {
            int next = row + 1;
            while (next < ends.length && document.isContinued(next)) next++;
            line(row, next);
            row = next;
        }
        while (depth > 0) close(ends.length);
    }

    /** A line from its first row to the row after its last one. */
    private void line(int row, int next) {
        int indent = document.indentOf(row);
        while (depth > 0 && indents[depth - 1] >= indent) close(row);
        if (next - row > LONG_LINE) ends[row] = next;
        else if (document.opens(next - 1)) open(row, indent);
    }

    private void open(int row, int indent) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            indents = Arrays.copyOf(indents, depth * 2);
        }
        open[depth] = row;
        indents[depth++] = indent;
    }

    private void close(int end) {
        int row = open[--depth];
        int first = row + 1;
        while (first < end && document.isContinued(first)) first++;
        if (end > first) ends[row] = end;
    }
}
