package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.control.flow.FlowRow;
import dev.sightglass.app.control.flow.StyledText;
import dev.sightglass.app.inspector.conversation.Item.Speaker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of the conversation: a block is a heading and the lines of its content. */
sealed interface Row extends FlowRow {
    @Override
    RowKey key();

    /** The block's colours. */
    Edge edge();

    /** @param index counts the rows of the block; the heading is 0 */
    record RowKey(String item, int index) {}

    record Edge(Speaker speaker, boolean fresh) {}

    /** How a line looks. */
    enum Look {
        BODY,
        QUIET,
        LABEL,
        ERROR,
        HEADING_1,
        HEADING_2,
        HEADING_3,
        CODE,
        ADDED,
        REMOVED,
        RULE;

        boolean code() {
            return this == CODE || this == ADDED || this == REMOVED;
        }
    }

    /**
     * Who speaks, and how much.
     *
     * @param detail the one thing to know of the block, which then does not stand in its lines; may be empty
     */
    record Head(RowKey key, Edge edge, Item item, StyledText detail) implements Row {
        @Override
        public @Nullable String text() {
            return detail.text().isEmpty() ? null : detail.text();
        }

        @Override
        public double likelyHeight(double width) {
            return HeadNode.heightOf(item);
        }
    }

    /**
     * Where something begins.
     *
     * @param news whether it is what the request before did not hold; else it is the answer
     */
    record Divider(RowKey key, Edge edge, String words, boolean news) implements Row {
        /** The index of a divider among the rows of the block that it stands before. */
        static final int INDEX = -3;

        @Override
        public @Nullable String text() {
            return null;
        }

        @Override
        public double likelyHeight(double width) {
            return DividerNode.HEIGHT;
        }
    }

    /**
     * A line, wrapped where it is long.
     *
     * @param indent how many lists it is inside
     * @param quotes how many quotations it is inside
     * @param opens whether a gap stands before it
     * @param closes whether its ground ends with it
     */
    record Line(
            RowKey key,
            Edge edge,
            StyledText styled,
            Look look,
            int indent,
            int quotes,
            String marker,
            boolean opens,
            boolean closes,
            boolean endsLine)
            implements Row {
        @Override
        public String text() {
            return styled.text();
        }

        @Override
        public double likelyHeight(double width) {
            double room = Math.max(80, Column.width(width, look.code()) - 20 * indent);
            double lines = Math.max(1, Math.ceil(text().length() * (look.code() ? 7.3 : 6.6) / room));
            return lines * (look.code() ? 16 : 18) + (opens ? 6 : 0) + (closes ? 2 : 0);
        }
    }

    /** A table; its text has tabs between the cells. */
    record Table(RowKey key, Edge edge, String text, List<List<StyledText>> cells, int indent) implements Row {
        @Override
        public double likelyHeight(double width) {
            return cells.size() * 22 + 8;
        }
    }

    record Picture(RowKey key, Edge edge, String base64) implements Row {
        @Override
        public @Nullable String text() {
            return null;
        }

        @Override
        public double likelyHeight(double width) {
            return 120;
        }
    }

    /**
     * The space below a block.
     *
     * @param tight whether the next block belongs to this one
     */
    record Foot(RowKey key, Edge edge, boolean tight) implements Row {
        double height() {
            return tight ? 2 : 12;
        }

        @Override
        public @Nullable String text() {
            return null;
        }

        @Override
        public double likelyHeight(double width) {
            return height();
        }
    }

    /** What is folded away, and opens it; or folds it again. */
    record More(RowKey key, Edge edge, String item, boolean open, int lines, long characters) implements Row {
        @Override
        public @Nullable String text() {
            return null;
        }

        @Override
        public double likelyHeight(double width) {
            return 26;
        }
    }
}
