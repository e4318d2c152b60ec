package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.control.flow.FlowNode;
import javafx.css.PseudoClass;

/** The space below a block, in its colours. */
final class FootNode extends FlowNode<Row> {
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    @Override
    protected void show(Row row) {
        RowNodes.colour(this, row.edge(), "row-foot");
        pseudoClassStateChanged(TIGHT, row instanceof Row.Foot foot && foot.tight());
    }

    @Override
    protected double heightFor(double width) {
        return row() instanceof Row.Foot foot ? foot.height() : 0;
    }
}
