package dev.sightglass.app.control.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands out in a flow of rows: what is selected, and what a search found. FX thread only. */
final class FlowMarks {
    private FlowSelection selection = FlowSelection.NONE;
    private Map<Object, List<FlowHit>> hits = Map.of();
    private @Nullable FlowHit currentHit;

    FlowSelection selection() {
        return selection;
    }

    void select(FlowSelection other) {
        selection = other;
    }

    /** @param current the hit that is looked at */
    void found(Map<Object, List<FlowHit>> byRow, @Nullable FlowHit current) {
        hits = byRow;
        currentHit = current;
    }

    /** Shows in a row's node what of it stands out. */
    void decorate(FlowNode<?> node, int row, Object key) {
        FlowHit current = currentHit != null && currentHit.key().equals(key) ? currentHit : null;
        boolean any = !selection.isEmpty();
        node.decorate(
                any ? selection.fromIn(row) : 0,
                any ? selection.toIn(row) : 0,
                hits.getOrDefault(key, List.of()),
                current);
    }
}
