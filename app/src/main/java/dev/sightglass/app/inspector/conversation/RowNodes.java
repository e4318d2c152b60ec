package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.control.flow.FlowNode;
import java.util.Locale;
import javafx.css.PseudoClass;

/** Makes the nodes that draw rows. */
final class RowNodes {
    private static final PseudoClass FRESH = PseudoClass.getPseudoClass("fresh");

    private RowNodes() {}

    static FlowNode<Row> forRow(Row row, RowActions actions, PictureCache pictures) {
        return switch (row) {
            case Row.Head _ -> new HeadNode(actions);
            case Row.Line _ -> new LineNode(actions);
            case Row.Table _ -> new TableNode(actions);
            case Row.Picture _ -> new PictureNode(pictures);
            case Row.Foot _ -> new FootNode();
            case Row.Divider _ -> new DividerNode();
            case Row.More _ -> new MoreNode(actions);
        };
    }

    /** The colours of the block: an edge that tells who speaks, a ground that tells what is new. */
    static void colour(FlowNode<Row> node, Row.Edge edge, String kind) {
        String who = edge.speaker().name().toLowerCase(Locale.ROOT);
        node.getStyleClass().setAll("conversation-row", kind, "by-" + who);
        node.pseudoClassStateChanged(FRESH, edge.fresh());
    }
}
