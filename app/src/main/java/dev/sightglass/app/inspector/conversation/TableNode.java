package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.control.flow.FlowNode;
import dev.sightglass.app.control.flow.FlowText;
import dev.sightglass.app.control.flow.StyledText;
import java.util.List;
import javafx.scene.layout.GridPane;

/** A Markdown table. */
final class TableNode extends FlowNode<Row> {
    private final RowActions actions;
    private final GridPane grid = new GridPane();
    private double indent;

    TableNode(RowActions actions) {
        this.actions = actions;
        grid.getStyleClass().add("md-table");
        getChildren().add(grid);
    }

    @Override
    protected void show(Row row) {
        if (!(row instanceof Row.Table table)) return;
        RowNodes.colour(this, table.edge(), "row-table");
        indent = table.indent() * 20;
        grid.getChildren().clear();
        for (int i = 0; i < table.cells().size(); i++) addLine(i, table.cells().get(i));
    }

    private void addLine(int number, List<StyledText> cells) {
        for (int i = 0; i < cells.size(); i++) {
            FlowText cell = new FlowText(actions::open);
            cell.show(cells.get(i), number == 0 ? "look-body,md-strong" : "look-body");
            grid.add(cell, i, number);
        }
    }

    private double left() {
        return Column.LEFT + indent;
    }

    private double width(double available) {
        return Math.min(grid.prefWidth(-1), Column.width(available, true) - indent);
    }

    @Override
    protected double heightFor(double width) {
        return grid.prefHeight(width(width)) + 12;
    }

    @Override
    protected void layoutChildren() {
        double width = width(getWidth());
        grid.resizeRelocate(left(), 6, width, grid.prefHeight(width));
    }
}
