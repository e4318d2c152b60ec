package dev.sightglass.app.exchanges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The columns in their headers: their order, widths and which are shown, and the order of rows that they ask for. */
final class TableColumns {
    private static final double LEAST_WIDTH = 32;
    private static final double SCROLL_BAR = 12;
    /** Columns whose order is that of arrival. */
    private static final Set<String> BY_ARRIVAL = Set.of("number", "time");

    private final TableView<ExchangeRow> table;
    private final ExchangeListModel model;
    private final Map<TableColumn<ExchangeRow, ?>, ExchangeColumn> columns = new HashMap<>();
    private final Runnable onChange;
    private double scale = 1;

    /** Where the newest row stands. */
    enum Newest {
        FIRST,
        LAST,
        ANYWHERE
    }

    /** {@code onChange} is told when rows have to be laid out for other columns or widths. */
    TableColumns(TableView<ExchangeRow> table, ExchangeListModel model, List<ExchangeColumn> all, Runnable onChange) {
        this.table = table;
        this.model = model;
        this.onChange = onChange;
        all.forEach(this::add);
        table.setSortPolicy(_ -> sort());
        table.getVisibleLeafColumns().addListener((ListChangeListener<Object>) _ -> changed());
        table.widthProperty().subscribe(this::fillWidth);
    }

    private void add(ExchangeColumn column) {
        TableColumn<ExchangeRow, String> made = new TableColumn<>(column.title());
        made.setId(column.id());
        made.setPrefWidth(column.width());
        made.setMinWidth(LEAST_WIDTH);
        made.setVisible(column.atFirst());
        made.setReorderable(true);
        if (column.kind() == ExchangeColumn.Kind.NUMBER) made.getStyleClass().add("number");
        made.widthProperty().subscribe(width -> {
            // The mouse changes the width alone; what is preferred is what is kept and scaled.
            made.setPrefWidth(width.doubleValue());
            changed();
        });
        columns.put(made, column);
        table.getColumns().add(made);
    }

    /** All of them, in order, shown or not. */
    List<TableColumn<ExchangeRow, ?>> all() {
        return List.copyOf(table.getColumns());
    }

    /** Those that are shown, from left to right. */
    List<TableColumn<ExchangeRow, ?>> visible() {
        return table.getVisibleLeafColumns();
    }

    ExchangeColumn of(TableColumn<ExchangeRow, ?> column) {
        return Objects.requireNonNull(columns.get(column), column.getId());
    }

    void setMenu(ContextMenu menu) {
        table.getColumns().forEach(column -> column.setContextMenu(menu));
    }

    /** Makes all columns wider or narrower with the size of the text, 1 being the usual one. */
    void scale(double wanted) {
        double factor = wanted / scale;
        if (factor == 1) return;
        scale = wanted;
        table.getColumns().forEach(column -> column.setPrefWidth(column.getPrefWidth() * factor));
        changed();
    }

    /** How much larger than usual the text is. */
    double scale() {
        return scale;
    }

    private @Nullable TableColumn<ExchangeRow, ?> byId(String id) {
        for (TableColumn<ExchangeRow, ?> column : table.getColumns())
            if (column.getId().equals(id)) return column;
        return null;
    }

    /** Sorts upwards, then downwards, then by number again. */
    void sortBy(String id) {
        TableColumn<ExchangeRow, ?> column = byId(id);
        if (column == null) return;
        boolean already = table.getSortOrder().contains(column);
        if (already && descending(column)) {
            table.getSortOrder().clear();
            return;
        }
        column.setSortType(already ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        if (!already) table.getSortOrder().setAll(List.of(column));
    }

    // Arrangement

    ColumnLayout layoutNow() {
        List<ColumnLayout.Column> arranged = table.getColumns().stream()
                .map(c -> new ColumnLayout.Column(c.getId(), c.getPrefWidth() / scale, c.isVisible()))
                .toList();
        if (table.getSortOrder().isEmpty()) return new ColumnLayout(arranged, null, false);
        TableColumn<ExchangeRow, ?> by = table.getSortOrder().getFirst();
        return new ColumnLayout(arranged, by.getId(), descending(by));
    }

    /** Columns that the layout does not know of, since they are newer, come last. */
    void arrange(ColumnLayout layout) {
        List<TableColumn<ExchangeRow, ?>> arranged = new ArrayList<>();
        for (ColumnLayout.Column wanted : layout.columns()) {
            TableColumn<ExchangeRow, ?> column = byId(wanted.id());
            if (column == null) continue;
            column.setPrefWidth(wanted.width() * scale);
            column.setVisible(wanted.shown());
            arranged.add(column);
        }
        for (TableColumn<ExchangeRow, ?> column : table.getColumns())
            if (!arranged.contains(column)) arranged.add(column);
        table.getColumns().setAll(arranged);
        TableColumn<ExchangeRow, ?> by = layout.sortedBy() == null ? null : byId(layout.sortedBy());
        if (by == null) return;
        by.setSortType(layout.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
        table.getSortOrder().setAll(List.of(by));
    }

    private void changed() {
        fillWidth();
        onChange.run();
    }

    /** The last column, when it is the waterfall, takes the room that the others leave. */
    private void fillWidth() {
        TableColumn<ExchangeRow, ?> last =
                visible().isEmpty() ? null : visible().getLast();
        if (last == null || of(last).kind() != ExchangeColumn.Kind.WATERFALL || table.getWidth() <= 0) return;
        double others = 0;
        for (TableColumn<ExchangeRow, ?> column : visible()) if (column != last) others += column.getWidth();
        last.setPrefWidth(Math.max(of(last).width() * scale, Math.floor(table.getWidth() - others - SCROLL_BAR)));
    }

    // Order of rows

    private Boolean sort() {
        List<RowOrder.Level> levels = table.getSortOrder().stream()
                .map(column -> new RowOrder.Level(of(column), descending(column)))
                .toList();
        model.setOrder(levels.isEmpty() ? ExchangeListModel.BY_NUMBER : new RowOrder(levels));
        return true;
    }

    /** Where a row that arrives now is put. */
    Newest newest() {
        if (table.getSortOrder().isEmpty()) return Newest.LAST;
        TableColumn<ExchangeRow, ?> by = table.getSortOrder().getFirst();
        if (!BY_ARRIVAL.contains(by.getId())) return Newest.ANYWHERE;
        return descending(by) ? Newest.FIRST : Newest.LAST;
    }

    private static boolean descending(TableColumn<ExchangeRow, ?> column) {
        return column.getSortType() == TableColumn.SortType.DESCENDING;
    }
}
