package dev.sightglass.app.exchanges;

import dev.sightglass.app.control.lines.LineTableSkin;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.theme.Fonts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The table of exchanges. FX thread only. */
public final class ExchangeTable extends StackPane {
    private final ExchangeListModel model;
    private final CellContext context;
    private final TableView<ExchangeRow> table = new TableView<>();
    private final ColumnMenu columnMenu;
    private final TableColumns columns;
    private final RowsOnScreen rows;
    private final RowSelection selection;
    private final Following following;
    private final RowTooltip tooltip;
    private final RowKeys keys = new RowKeys(this);
    /** Is laid out after the table, and so knows what is in sight. */
    private final Region afterTable = new Region() {
        @Override
        protected void layoutChildren() {
            rows.draw();
            following.laidOut();
        }
    };

    /** {@code placeholder} is shown while there are no rows. */
    public ExchangeTable(ExchangeListModel model, ExchangeColumns all, BackgroundTasks tasks, Node placeholder) {
        this.model = model;
        this.context = all.context();
        this.rows = new RowsOnScreen(tasks, context.clock());
        this.tooltip = new RowTooltip(context);
        getStyleClass().add("exchange-table");
        getStylesheets().add(stylesheet());
        table.setId("exchange-table");
        table.setAccessibleText(Messages.text("table.accessible"));
        table.setPlaceholder(placeholder);
        table.setTableMenuButtonVisible(false);
        this.columns = new TableColumns(table, model, all.all(), rows::columnsChanged);
        columnMenu = new ColumnMenu(columns);
        columns.setMenu(columnMenu);
        table.setRowFactory(_ -> rows.add(new ExchangeTableRow(this)));
        table.setItems(model.shown());
        LineTableSkin<ExchangeRow> skin = new LineTableSkin<>(table);
        table.setSkin(skin);
        this.selection = new RowSelection(table, model);
        this.following = new Following(table, skin.flow(), model, columns, afterTable::requestLayout);
        Label probe = new Label(); // whose font tells the size of the text
        probe.setManaged(false);
        probe.setVisible(false);
        probe.fontProperty().subscribe(font -> columns.scale(font.getSize() / Fonts.UI_SIZE));
        getChildren().add(probe);
        afterTable.setManaged(false);
        afterTable.setVisible(false);
        getChildren().addAll(table, afterTable, new NewestButton(following));
        table.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        table.addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
        model.totalsProperty().subscribe(totals -> rows.keepTicking(totals.inFlight() > 0));
        model.add(selection);
        model.add(following);
    }

    // Properties

    /** The row in focus of those selected; null when none is. It stays when a filter hides it. */
    public ReadOnlyObjectProperty<@Nullable ExchangeRow> selectedProperty() {
        return selection.focusProperty();
    }

    /** All selected rows. */
    public ReadOnlyObjectProperty<List<ExchangeRow>> selectionProperty() {
        return selection.rowsProperty();
    }

    /** Whether the view moves along with the newest row. Scrolling away from it or choosing a row ends it. */
    public BooleanProperty followingProperty() {
        return following.onProperty();
    }

    // Commands

    public void select(ExchangeRow row) {
        int index = model.shown().indexOf(row);
        if (index < 0) return;
        following.onProperty().set(false);
        selection.select(index);
        table.scrollTo(Math.max(0, index - 3));
    }

    public void selectNone() {
        selection.clear();
    }

    public void selectAll() {
        selection.selectAll();
    }

    /** Moves the selection by this many rows and keeps it in sight. */
    public void move(int rowsDown) {
        if (model.shown().isEmpty()) return;
        int from = selection.index();
        moveTo(from < 0 ? (rowsDown > 0 ? 0 : model.shown().size() - 1) : from + rowsDown);
    }

    /** Selects the first or the last row; where the newest one stands, following begins. */
    void moveToEnd(boolean last) {
        moveTo(last ? model.shown().size() - 1 : 0);
        TableColumns.Newest here = last ? TableColumns.Newest.LAST : TableColumns.Newest.FIRST;
        if (columns.newest() == here) following.onProperty().set(true);
    }

    void leaveNewest() {
        following.onProperty().set(false);
    }

    private void moveTo(int wanted) {
        if (model.shown().isEmpty()) return;
        int index = Math.clamp(wanted, 0, model.shown().size() - 1);
        following.onProperty().set(false);
        selection.select(index);
        reveal(index);
    }

    private void reveal(int index) {
        int first = rows.first();
        int last = rows.last();
        if (index <= first) table.scrollTo(index);
        else if (index >= last) table.scrollTo(Math.max(0, index - Math.max(0, last - first - 1)));
    }

    public void focusTable() {
        table.requestFocus();
    }

    /** Shows the menu in which columns are chosen, for those who do not use a mouse. */
    public void chooseColumns() {
        columnMenu.show(table, Side.TOP, 0, 0);
    }

    /** Those that are shown, from left to right. */
    public List<ExchangeColumn> shownColumns() {
        return columns.visible().stream().map(columns::of).toList();
    }

    /** Sorts by this column upwards; the next time downwards, then not at all, as a click on its header does. */
    public void sortBy(ExchangeColumn column) {
        columns.sortBy(column.id());
    }

    /** What keys in the table do beyond it. */
    public interface KeyCommands {
        /** Copies the selected rows. */
        default void copy() {}

        /** Goes on to what is shown of the selected row. */
        default void open() {}

        /** A person began to type: this text, or nothing for the key that only leads there. */
        default void type(String text) {}
    }

    public void setKeyCommands(KeyCommands commands) {
        keys.set(commands);
    }

    public void setMenu(ContextMenu menu) {
        table.setContextMenu(menu);
    }

    /** What the mouse was last over, for commands on one value. */
    public @Nullable ExchangeColumn hoveredColumn() {
        return tooltip.column();
    }

    /** The exact values of the shown columns, as one line. */
    public String asText(ExchangeRow row, String separator) {
        List<String> values = new ArrayList<>();
        for (TableColumn<ExchangeRow, ?> column : columns.visible()) {
            ExchangeColumn shown = columns.of(column);
            if (shown.kind() != ExchangeColumn.Kind.WATERFALL)
                values.add(shown.exact().apply(row.summary(), context).replace('\n', ' '));
        }
        return String.join(separator, values);
    }

    public ColumnLayout layoutNow() {
        return columns.layoutNow();
    }

    /** Columns that the layout does not know of, since they are newer, come last. */
    public void arrange(ColumnLayout layout) {
        columns.arrange(layout);
    }

    /** What cells are drawn with. */
    public CellContext cellContext() {
        return context;
    }

    // For the rows

    TableColumns columns() {
        return columns;
    }

    @Nullable
    TimeScale scale() {
        return rows.scale();
    }

    double rowHeight() {
        return table.getFixedCellSize();
    }

    /** A row in sight has changed, and with it perhaps the common scale of the waterfalls. */
    void drawSoon() {
        afterTable.requestLayout();
    }

    void hovered(ExchangeTableRow row, @Nullable ExchangeColumn column) {
        tooltip.moved(row, column);
    }

    void pressed(ExchangeTableRow row, MouseEvent event) {
        table.requestFocus();
        if (!row.isEmpty() && selection.pressed(row.getIndex(), event))
            following.onProperty().set(false);
    }

    private static String stylesheet() {
        return Objects.requireNonNull(ExchangeTable.class.getResource("exchanges.css"))
                .toExternalForm();
    }
}
