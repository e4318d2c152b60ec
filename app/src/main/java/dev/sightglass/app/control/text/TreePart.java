package dev.sightglass.app.control.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows of a tree that come from one place: the text itself, or a string of it that was opened. Numbered from {@code base}. */
sealed interface TreePart {
    int base();

    /** Number of the opened string; {@link JsonTree#NONE} for the text itself. */
    int host();

    /** Column where the rows of the outermost level begin. */
    int indent();

    /** How many numbers the part takes. */
    int size();

    /** Where a row begins, as a position in the text. */
    int from(int row);

    /** Values of a JSON text; {@code places} tells for each byte of an opened string where it stands in the text around it. */
    record Values(JsonTree tree, int base, int host, int indent, int @Nullable [] places) implements TreePart {
        @Override
        public int size() {
            return tree.size();
        }

        @Override
        public int from(int node) {
            return place(tree.rowFrom(node));
        }

        int place(int at) {
            return places == null ? at : places[at];
        }

        /** The first node that has a row. */
        int first() {
            return host != JsonTree.NONE || tree.isStream() ? 1 : 0;
        }

        int indentOf(int node) {
            return indent + 2 * Math.min(60, tree.depth(node) - (first() == 1 ? 1 : 0));
        }
    }

    /** The lines of an opened string: what its escapes stand for, cut where a line is too long. */
    record Lines(byte[] text, int[] starts, int end, int @Nullable [] places, int base, int host, int indent)
            implements TreePart {
        static final int COLUMNS = 160;

        /** The lines of a string whose quotes stand around {@code from} and {@code to}. */
        static Lines of(byte[] text, int from, int to, int @Nullable [] places, int base, int host, int indent) {
            int[] starts = new int[16];
            int count = 0;
            int at = from;
            do {
                if (count == starts.length) starts = Arrays.copyOf(starts, count * 2);
                starts[count++] = at;
                at = lineEnd(text, at, to);
            } while (at < to);
            return new Lines(text, Arrays.copyOf(starts, count), to, places, base, host, indent);
        }

        private static int lineEnd(byte[] text, int from, int to) {
            int at = from;
            int space = from;
            for (int column = 0; at < to && column < COLUMNS; column++) {
                boolean escape = text[at] == '\\';
                int length = escape ? JsonScanner.escapeLength(text, at, to) : Utf8.length(text, at, to);
                if (escape && at + 1 < to && text[at + 1] == 'n') return at + length;
                if (text[at] == ' ' && column > COLUMNS / 2) space = at + 1;
                at += length;
            }
            return at < to && space > from ? space : at;
        }

        @Override
        public int size() {
            return starts.length;
        }

        @Override
        public int from(int row) {
            return place(starts[row]);
        }

        int to(int row) {
            return row + 1 < starts.length ? starts[row + 1] : end;
        }

        int place(int at) {
            return places == null ? at : places[at];
        }
    }
}
