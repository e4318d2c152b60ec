package dev.sightglass.app.control.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds rows of an older list in a newer one. */
final class Keys {
    private final Map<Object, Integer> indexes = new HashMap<>();

    Keys(List<? extends FlowRow> rows) {
        for (int i = 0; i < rows.size(); i++) indexes.put(rows.get(i).key(), i);
    }

    /** Where the row is now, or the nearest one before it that is still there; -1 when there is none. */
    int near(List<? extends FlowRow> before, int row) {
        for (int i = Math.min(row, before.size() - 1); i >= 0; i--) {
            Integer now = indexes.get(before.get(i).key());
            if (now != null) return now;
        }
        return -1;
    }

    /** The selection on the newer rows; nothing selected when one of its ends is gone. */
    FlowSelection moved(List<? extends FlowRow> before, FlowSelection selection) {
        FlowPosition anchor = moved(before, selection.anchor());
        FlowPosition caret = moved(before, selection.caret());
        return anchor == null || caret == null ? FlowSelection.NONE : new FlowSelection(anchor, caret);
    }

    private @Nullable FlowPosition moved(List<? extends FlowRow> before, FlowPosition position) {
        if (position.row() >= before.size()) return null;
        Integer now = indexes.get(before.get(position.row()).key());
        return now == null ? null : new FlowPosition(now, position.offset());
    }
}
