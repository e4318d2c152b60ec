package dev.sightglass.app.exchanges;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The table of exchanges. FX thread only. */
public final class ExchangeTable extends StackPane {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final double PULSE_SECONDS = 1.6;
    private static final double SCROLL_BAR = 12;

    private final ExchangeListModel model;
    private final CellContext context;
    private final BackgroundTasks tasks;
    private final TableView<ExchangeRow> table = new TableView<>();
    private final Map<TableColumn<ExchangeRow, ?>, ExchangeColumn> columns = new HashMap<>();
    private final Set<ExchangeTableRow> rows = Collections.newSetFromMap(new WeakHashMap<>());
    private final ReadOnlyObjectWrapper<@Nullable ExchangeRow> selected = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<List<ExchangeRow>> selection = new ReadOnlyObjectWrapper<>(List.of());
    private final Tooltip tooltip = new Tooltip();
    private final Region scaler = new Region() {
        @Override
        protected void layoutChildren() {
            rescale();
            if (lastWanted) scrollToLast();
            lastWanted = false;
        }
    };

    private @Nullable TimeScale scale;
    private BackgroundTasks.@Nullable Running ticking;
    private boolean replacing;
    private boolean lastWanted;
    private @Nullable ExchangeColumn hovered;
    private @Nullable ExchangeRow hoveredRow;
    private Set<ExchangeId> remembered = Set.of();

    /** {@code placeholder} is shown while there are no rows. */
    public ExchangeTable(ExchangeListModel model, ExchangeColumns columns, BackgroundTasks tasks, Node placeholder) {
        this.model = model;
        this.context = columns.context();
        this.tasks = tasks;
        getStyleClass().add("exchange-table");
        getStylesheets().add(stylesheet());
        table.setId("exchange-table");
        table.setAccessibleText(Messages.text("table.accessible"));
        table.setPlaceholder(placeholder);
        table.setTableMenuButtonVisible(false);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        columns.all().forEach(this::addColumn);
        ContextMenu columnMenu = new ColumnMenu(this);
        table.getColumns().forEach(column -> column.setContextMenu(columnMenu));
        table.setRowFactory(_ -> newRow());
        table.setItems(model.shown());
        table.setSortPolicy(_ -> sort());
        table.getVisibleLeafColumns().addListener((ListChangeListener<Object>) _ -> columnsChanged());
        table.widthProperty().subscribe(this::fillWidth);
        scaler.setManaged(false);
        scaler.setVisible(false);
        getChildren().addAll(table, scaler);
        listen();
    }

    private void listen() {
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<ExchangeRow>)
                _ -> selectionChanged());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.heightProperty().subscribe(_ -> {
            if (following.get()) showLast();
        });
        table.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() > 0) following.set(false);
        });
        following.subscribe(on -> {
            if (on) showLast();
        });
        model.totalsProperty().subscribe(totals -> keepTicking(totals.inFlight() > 0));
        model.add(new ExchangeListModel.Listener() {
            @Override
            public void beforeReplacement() {
                replacing = true;
            }

            @Override
            public void afterReplacement() {
                restoreSelection();
                if (following.get()) showLast();
            }

            @Override
            public void updated(List<ExchangeSummary> changed) {
                if (following.get()) showLast();
            }
        });
    }

    // Properties

    /** The row in focus of those selected; null when none is. It stays when a filter hides it. */
    public ReadOnlyObjectProperty<@Nullable ExchangeRow> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** All selected rows. */
    public ReadOnlyObjectProperty<List<ExchangeRow>> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** Whether the view moves along with the newest row. Scrolling up or choosing a row ends it. */
    public BooleanProperty followingProperty() {
        return following;
    }

    // Commands

    public void select(ExchangeRow row) {
        int index = model.shown().indexOf(row);
        if (index < 0) return;
        table.getSelectionModel().clearAndSelect(index);
        table.scrollTo(Math.max(0, index - 3));
    }

    public void selectAll() {
        table.getSelectionModel().selectAll();
    }

    /** Moves the selection by this many rows and keeps it in sight. */
    public void move(int rowsDown) {
        if (model.shown().isEmpty()) return;
        int from = table.getSelectionModel().getSelectedIndex();
        int to = from < 0 ? (rowsDown > 0 ? 0 : model.shown().size() - 1) : from + rowsDown;
        moveTo(to);
    }

    private void moveTo(int wanted) {
        if (model.shown().isEmpty()) return;
        int index = Math.clamp(wanted, 0, model.shown().size() - 1);
        following.set(false);
        table.getSelectionModel().clearAndSelect(index);
        reveal(index);
    }

    public void focusTable() {
        table.requestFocus();
    }

    public void setMenu(ContextMenu menu) {
        table.setContextMenu(menu);
    }

    /** What the mouse was last over, for commands on one value. */
    public @Nullable ExchangeColumn hoveredColumn() {
        return hovered;
    }

    /** The columns that can be shown, with their headers' state. */
    public List<TableColumn<ExchangeRow, ?>> tableColumns() {
        return List.copyOf(table.getColumns());
    }

    /** The exact values of the shown columns, as one line. */
    public String asText(ExchangeRow row, String separator) {
        List<String> values = new ArrayList<>();
        for (TableColumn<ExchangeRow, ?> column : visibleColumns()) {
            ExchangeColumn shown = columnOf(column);
            if (shown.kind() != ExchangeColumn.Kind.WATERFALL)
                values.add(shown.exact().apply(row.summary(), context).replace('\n', ' '));
        }
        return String.join(separator, values);
    }

    public ColumnLayout layoutNow() {
        List<ColumnLayout.Column> arranged = table.getColumns().stream()
                .map(c -> new ColumnLayout.Column(c.getId(), c.getPrefWidth(), c.isVisible()))
                .toList();
        if (table.getSortOrder().isEmpty()) return new ColumnLayout(arranged, null, false);
        TableColumn<ExchangeRow, ?> by = table.getSortOrder().getFirst();
        return new ColumnLayout(arranged, by.getId(), by.getSortType() == TableColumn.SortType.DESCENDING);
    }

    /** Columns that the layout does not know of, since they are newer, stay where they are. */
    public void arrange(ColumnLayout layout) {
        List<TableColumn<ExchangeRow, ?>> arranged = new ArrayList<>();
        for (ColumnLayout.Column wanted : layout.columns()) {
            TableColumn<ExchangeRow, ?> column = column(wanted.id());
            if (column == null) continue;
            column.setPrefWidth(wanted.width());
            column.setVisible(wanted.shown());
            arranged.add(column);
        }
        for (TableColumn<ExchangeRow, ?> column : table.getColumns())
            if (!arranged.contains(column)) arranged.add(column);
        table.getColumns().setAll(arranged);
        TableColumn<ExchangeRow, ?> by = layout.sortedBy() == null ? null : column(layout.sortedBy());
        if (by == null) return;
        by.setSortType(layout.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(by));
    }

    // For the rows

    /** What cells are drawn with. */
    public CellContext cellContext() {
        return context;
    }

    CellContext context() {
        return context;
    }

    @Nullable
    TimeScale scale() {
        return scale;
    }

    double rowHeight() {
        return table.getFixedCellSize();
    }

    List<TableColumn<ExchangeRow, ?>> visibleColumns() {
        return table.getVisibleLeafColumns();
    }

    ExchangeColumn columnOf(TableColumn<ExchangeRow, ?> column) {
        return Objects.requireNonNull(columns.get(column), column.getId());
    }

    /** What is in sight has changed: the common scale of the waterfalls may have, too. */
    void scaleChanged() {
        scaler.requestLayout();
    }

    void hovered(ExchangeTableRow row, @Nullable ExchangeColumn column) {
        ExchangeRow item = row.getItem();
        if (item == hoveredRow && column == hovered) return;
        hoveredRow = item;
        hovered = column;
        String text = item == null || column == null
                ? ""
                : column.exact().apply(item.summary(), context).strip();
        tooltip.hide();
        tooltip.setText(text);
        if (text.isEmpty()) Tooltip.uninstall(row, tooltip);
        else Tooltip.install(row, tooltip);
    }

    void pressed(ExchangeTableRow row, MouseEvent event) {
        table.requestFocus();
        var choice = table.getSelectionModel();
        if (row.isEmpty()) return;
        int index = row.getIndex();
        if (event.getButton() == MouseButton.SECONDARY && choice.isSelected(index)) return;
        following.set(false);
        if (event.isShiftDown() && choice.getSelectedIndex() >= 0) {
            int anchor = choice.getSelectedIndex();
            choice.selectRange(Math.min(anchor, index), Math.max(anchor, index) + 1);
        } else if (event.isShortcutDown()) {
            if (choice.isSelected(index)) choice.clearSelection(index);
            else choice.select(index);
        } else {
            choice.clearAndSelect(index);
        }
    }

    private ExchangeTableRow newRow() {
        ExchangeTableRow row = new ExchangeTableRow(this);
        rows.add(row);
        return row;
    }

    private void addColumn(ExchangeColumn column) {
        TableColumn<ExchangeRow, String> made = new TableColumn<>(column.title());
        made.setId(column.id());
        made.setPrefWidth(column.width());
        made.setMinWidth(32);
        made.setVisible(column.atFirst());
        made.setReorderable(true);
        if (column.kind() == ExchangeColumn.Kind.NUMBER) made.getStyleClass().add("number");
        made.widthProperty().subscribe(this::columnsChanged);
        columns.put(made, column);
        table.getColumns().add(made);
    }

    private @Nullable TableColumn<ExchangeRow, ?> column(String id) {
        for (TableColumn<ExchangeRow, ?> column : table.getColumns())
            if (column.getId().equals(id)) return column;
        return null;
    }

    private void columnsChanged() {
        fillWidth();
        rows.forEach(ExchangeTableRow::columnsChanged);
    }

    /** The last column, when it is the waterfall, takes the room that the others leave. */
    private void fillWidth() {
        TableColumn<ExchangeRow, ?> last = table.getVisibleLeafColumns().isEmpty()
                ? null
                : table.getVisibleLeafColumns().getLast();
        if (last == null || columnOf(last).kind() != ExchangeColumn.Kind.WATERFALL || table.getWidth() <= 0) return;
        double others = 0;
        for (TableColumn<ExchangeRow, ?> column : table.getVisibleLeafColumns())
            if (column != last) others += column.getWidth();
        last.setPrefWidth(Math.max(columnOf(last).width(), Math.floor(table.getWidth() - others - SCROLL_BAR)));
    }

    private Boolean sort() {
        Comparator<ExchangeSummary> order = null;
        for (TableColumn<ExchangeRow, ?> column : table.getSortOrder()) {
            Comparator<ExchangeSummary> by = columnOf(column).order();
            if (column.getSortType() == TableColumn.SortType.DESCENDING) by = by.reversed();
            order = order == null ? by : order.thenComparing(by);
        }
        model.setOrder(order == null ? ExchangeListModel.BY_NUMBER : order.thenComparing(ExchangeListModel.BY_NUMBER));
        return true;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case J -> move(1);
            case K -> move(-1);
            case HOME -> moveTo(0);
            case END -> {
                moveTo(model.shown().size() - 1);
                following.set(true);
            }
            case UP, PAGE_UP -> {
                following.set(false);
                return;
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void selectionChanged() {
        if (replacing) return;
        List<ExchangeRow> now = table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
        remembered = new HashSet<>(now.stream().map(ExchangeRow::id).toList());
        selection.set(now);
        ExchangeRow focus = table.getSelectionModel().getSelectedItem();
        selected.set(focus != null ? focus : now.isEmpty() ? null : now.getLast());
    }

    /** The same rows as before the replacement, as far as they are there. */
    private void restoreSelection() {
        ExchangeRow focus = selected.get();
        var choice = table.getSelectionModel();
        choice.clearSelection();
        int focusIndex = -1;
        List<Integer> indices = new ArrayList<>();
        for (ExchangeId id : remembered) {
            ExchangeRow row = model.row(id);
            int index = row == null ? -1 : model.shown().indexOf(row);
            if (index < 0) continue;
            if (row == focus) focusIndex = index;
            else indices.add(index);
        }
        indices.forEach(choice::select);
        if (focusIndex >= 0) choice.select(focusIndex);
        replacing = false;
        if (focus != null && model.row(focus.id()) == null) selectionChanged();
    }

    private void showLast() {
        scrollToLast();
        lastWanted = true; // and once more when the rows have been laid out: before, the table may not know its height
        scaler.requestLayout();
    }

    private void scrollToLast() {
        if (!model.shown().isEmpty()) table.scrollTo(model.shown().size() - 1);
    }

    private void reveal(int index) {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (ExchangeTableRow row : rows) {
            if (row.isEmpty() || !row.isVisible() || row.getParent() == null) continue;
            first = Math.min(first, row.getIndex());
            last = Math.max(last, row.getIndex());
        }
        if (index <= first) table.scrollTo(index);
        else if (index >= last) table.scrollTo(Math.max(0, index - Math.max(0, last - first - 1)));
    }

    private void rescale() {
        List<TimeScale.Span> spans = new ArrayList<>();
        for (ExchangeTableRow row : rows)
            if (row.isVisible() && row.getItem() != null && row.getParent() != null)
                spans.add(WaterfallBar.span(row.getItem().summary(), context.clock()));
        scale = TimeScale.over(spans);
        rows.forEach(ExchangeTableRow::rescale);
    }

    private void keepTicking(boolean needed) {
        if (needed && ticking == null) ticking = tasks.repeat(TICK, this::tick);
        else if (!needed && ticking != null) {
            ticking.cancel();
            ticking = null;
        }
    }

    private void tick() {
        double phase = System.nanoTime() / 1e9 / PULSE_SECONDS * 2 * Math.PI;
        double pulse = 0.65 + 0.35 * Math.sin(phase);
        rescale();
        rows.forEach(row -> row.tick(pulse));
    }

    private static String stylesheet() {
        return Objects.requireNonNull(ExchangeTable.class.getResource("exchanges.css"))
                .toExternalForm();
    }
}
