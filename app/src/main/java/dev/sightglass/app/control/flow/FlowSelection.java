package dev.sightglass.app.control.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is selected: from where the mouse went down to where it is now. */
record FlowSelection(FlowPosition anchor, FlowPosition caret) {
    static final FlowSelection NONE = new FlowSelection(new FlowPosition(0, 0), new FlowPosition(0, 0));

    /** From the first character of one row to the last of another. */
    static FlowSelection ofRows(int first, int last) {
        return new FlowSelection(new FlowPosition(first, 0), new FlowPosition(last, Integer.MAX_VALUE));
    }

    FlowPosition from() {
        return anchor.compareTo(caret) <= 0 ? anchor : caret;
    }

    FlowPosition to() {
        return anchor.compareTo(caret) <= 0 ? caret : anchor;
    }

    boolean isEmpty() {
        return anchor.equals(caret);
    }

    /** The first selected character of a row; its length or more when none is. */
    int fromIn(int row) {
        return row < from().row() ? Integer.MAX_VALUE : row == from().row() ? from().offset() : 0;
    }

    /** The character after the last selected one of a row. */
    int toIn(int row) {
        return row > to().row() ? 0 : row == to().row() ? to().offset() : Integer.MAX_VALUE;
    }

    /** The selected text; rows that are only there to look at are left out. */
    String text(List<? extends FlowRow> rows) {
        StringBuilder all = new StringBuilder();
        boolean first = true;
        boolean breaks = false;
        for (int i = from().row(); i <= Math.min(to().row(), rows.size() - 1); i++) {
            @Nullable String text = rows.get(i).text();
            if (text == null) continue;
            if (!first && breaks) all.append('\n');
            int start = Math.min(text.length(), fromIn(i));
            int end = Math.min(text.length(), toIn(i));
            if (start < end) all.append(text, start, end);
            breaks = rows.get(i).endsLine();
            first = false;
        }
        return all.toString();
    }
}
