package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TableColumn;
import javafx.scene.shape.Circle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Draws a row as a handful of texts and shapes. A TableCell for each value would be a control with its own skin, style and
 * layout; with traffic arriving, some four hundred of them change at a time, and that is what makes plain tables slow.
 */
final class ExchangeRowSkin extends SkinBase<ExchangeTableRow> {
    /** In pixels at the usual size of the text, as the space beside the words of the headers. */
    private static final double PADDING = 6;

    private static final double DOT = 3.5;
    private static final double DOT_SPACE = 14;

    private final ExchangeTable table;
    private final List<Cell> cells = new ArrayList<>();
    private final Circle dot = new Circle(DOT);
    private final RowMark mark = new RowMark();
    private final WaterfallBar waterfall;
    private boolean stale = true;

    /** One value on screen, with what it was last drawn from. */
    private static final class Cell {
        final TableColumn<ExchangeRow, ?> tableColumn;
        final ExchangeColumn column;
        final Text text = new Text();
        String value = "";
        String agent = "";
        double room = -1;

        @Nullable
        Font font;

        Cell(TableColumn<ExchangeRow, ?> tableColumn, ExchangeColumn column) {
            this.tableColumn = tableColumn;
            this.column = column;
            text.setManaged(false);
            text.setMouseTransparent(true);
            text.setTextOrigin(VPos.CENTER);
            text.getStyleClass().addAll("cell-text", column.id());
        }
    }

    ExchangeRowSkin(ExchangeTableRow row, ExchangeTable table) {
        super(row);
        this.table = table;
        this.waterfall = new WaterfallBar(table.cellContext().clock());
        dot.getStyleClass().add("state-dot");
        dot.setManaged(false);
        dot.setMouseTransparent(true);
        row.setOnMousePressed(event -> table.pressed(row, event));
        row.setOnMouseMoved(event -> table.hovered(row, columnAt(event.getX())));
    }

    void columnsChanged() {
        stale = true;
        getSkinnable().requestLayout();
    }

    /** {@code pulse} is the opacity of the dot of a streaming row. */
    void tick(double pulse) {
        dot.setOpacity(pulse);
        double middle = getSkinnable().getHeight() / 2;
        double x = 0;
        for (Cell cell : cells) {
            double width = cell.tableColumn.getWidth();
            if (cell.column.id().equals("total")) place(cell, summary(), x, width, middle);
            x += width;
        }
        drawWaterfall();
    }

    private double scaled(double pixels) {
        return pixels * table.columns().scale();
    }

    void drawWaterfall() {
        double padding = scaled(PADDING);
        double x = 0;
        for (Cell cell : cells) {
            double width = cell.tableColumn.getWidth();
            if (cell.column.kind() == ExchangeColumn.Kind.WATERFALL) {
                waterfall.relocate(x + padding, 0);
                waterfall.draw(
                        summary(),
                        table.scale(),
                        width - 2 * padding,
                        getSkinnable().getHeight());
            }
            x += width;
        }
    }

    @Override
    protected void layoutChildren(double left, double top, double w, double h) {
        draw();
    }

    /** Everything but the waterfall, which is drawn when the common scale of all rows is known. */
    void draw() {
        if (stale) makeCells();
        ExchangeSummary summary = summary();
        double middle = getSkinnable().getHeight() / 2;
        double x = 0;
        for (Cell cell : cells) {
            double width = cell.tableColumn.getWidth();
            place(cell, summary, x, width, middle);
            x += width;
        }
        mark.show(summary == null ? null : summary.annotation(), middle);
        dot.setVisible(summary != null && dot.isVisible());
        if (summary == null || !summary.inFlight()) dot.setOpacity(1);
    }

    private void place(Cell cell, @Nullable ExchangeSummary summary, double x, double width, double middle) {
        boolean state = cell.column.kind() == ExchangeColumn.Kind.STATE;
        double padding = scaled(PADDING);
        double room = width - 2 * padding - (state ? scaled(DOT_SPACE) : 0);
        fit(cell, summary == null ? "" : cell.column.text().apply(summary, table.cellContext()), room);
        if (cell.column.id().equals("agent")) colour(cell, summary == null ? "" : agentStyle(summary));
        if (state) {
            dot.setVisible(summary != null);
            dot.setRadius(scaled(DOT));
            dot.setCenterX(x + padding + scaled(DOT));
            dot.setCenterY(middle);
        }
        double indent = cell.column.kind() == ExchangeColumn.Kind.NUMBER
                ? Math.max(0, room - cell.text.getLayoutBounds().getWidth())
                : state ? scaled(DOT_SPACE) : 0;
        cell.text.setX(Math.round(x + padding + indent));
        cell.text.setY(middle);
    }

    private String agentStyle(ExchangeSummary summary) {
        ClientInfo client = summary.client();
        return table.cellContext().agents().styleClass(client.sessionId(), client.agentId());
    }

    private static void colour(Cell cell, String agent) {
        if (cell.agent.equals(agent)) return;
        cell.text.getStyleClass().remove(cell.agent);
        if (!agent.isEmpty()) cell.text.getStyleClass().add(agent);
        cell.agent = agent;
    }

    /** Sets the text, shortened with an ellipsis when there is no room for all of it. */
    private static void fit(Cell cell, String value, double room) {
        Text text = cell.text;
        if (cell.value.equals(value) && cell.room == room && cell.font == text.getFont()) return;
        cell.value = value;
        cell.room = room;
        cell.font = text.getFont();
        text.setText(value);
        double width = text.getLayoutBounds().getWidth();
        int length = value.length();
        while (width > room && length > 1) {
            length = Math.min(length - 1, (int) (length * room / width));
            text.setText(value.substring(0, Math.max(0, length)) + "\u2026");
            width = text.getLayoutBounds().getWidth();
        }
    }

    private void makeCells() {
        stale = false;
        cells.clear();
        List<Node> nodes = new ArrayList<>();
        for (TableColumn<ExchangeRow, ?> tableColumn : table.columns().visible()) {
            ExchangeColumn column = table.columns().of(tableColumn);
            Cell cell = new Cell(tableColumn, column);
            cells.add(cell);
            switch (column.kind()) {
                case TEXT, NUMBER -> nodes.add(cell.text);
                case STATE -> nodes.addAll(List.of(dot, cell.text));
                case WATERFALL -> nodes.add(waterfall);
            }
        }
        nodes.add(mark);
        getChildren().setAll(nodes);
    }

    private @Nullable ExchangeColumn columnAt(double x) {
        double right = 0;
        for (Cell cell : cells) {
            right += cell.tableColumn.getWidth();
            if (x < right) return cell.column;
        }
        return null;
    }

    private @Nullable ExchangeSummary summary() {
        ExchangeRow row = getSkinnable().isEmpty() ? null : getSkinnable().getItem();
        return row == null ? null : row.summary();
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        double width = 0;
        for (TableColumn<ExchangeRow, ?> column : table.columns().visible()) width += column.getWidth();
        return width;
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return table.rowHeight();
    }
}
