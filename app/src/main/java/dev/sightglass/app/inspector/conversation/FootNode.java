package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.control.flow.FlowNode;

/** The space below a block, in its colours. */
final class FootNode extends FlowNode<Row> {
    @Override
    protected void show(Row row) {
        RowNodes.colour(this, row.edge(), "row-foot");
    }

    @Override
    protected double heightFor(double width) {
        return Row.Foot.HEIGHT;
    }
}
