package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.flow.FlowNode;
import dev.sightglass.app.format.Human;
import javafx.scene.control.Hyperlink;

/** Says how much is folded away and opens it. */
final class MoreNode extends FlowNode<Row> {
    private final RowActions actions;
    private final Hyperlink link = new Hyperlink();

    MoreNode(RowActions actions) {
        this.actions = actions;
        getChildren().add(link);
    }

    @Override
    protected void show(Row row) {
        if (!(row instanceof Row.More more)) return;
        RowNodes.colour(this, more.edge(), "row-more");
        link.setText(
                more.open()
                        ? text("inspector.conversation.less")
                        : text("inspector.conversation.more", more.lines(), Human.bytes(more.characters())));
        link.setOnAction(_ -> actions.toggle(more.item()));
    }

    @Override
    protected double heightFor(double width) {
        return 28;
    }

    @Override
    protected void layoutChildren() {
        link.resizeRelocate(Column.LEFT, 3, link.prefWidth(-1), 20);
    }
}
