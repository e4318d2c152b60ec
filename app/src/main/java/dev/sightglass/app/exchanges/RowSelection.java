package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are chosen. The choice is of exchanges, not of places: it stays while rows come, go and change their order, and
 * outlives a filter that hides them.
 */
final class RowSelection implements ExchangeListModel.Listener {
    private final TableView<ExchangeRow> table;
    private final ExchangeListModel model;
    private final ReadOnlyObjectWrapper<@Nullable ExchangeRow> focus = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<ExchangeRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private Set<ExchangeId> remembered = Set.of();
    private boolean replacing;

    RowSelection(TableView<ExchangeRow> table, ExchangeListModel model) {
        this.table = table;
        this.model = model;
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<ExchangeRow>) _ -> changed());
    }

    /** The row in focus of those chosen; null when none is. It stays when a filter hides it. */
    ReadOnlyObjectProperty<@Nullable ExchangeRow> focusProperty() {
        return focus.getReadOnlyProperty();
    }

    /** All chosen rows. */
    ReadOnlyObjectProperty<List<ExchangeRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** The place of the row in focus among those shown; -1 for none. */
    int index() {
        return table.getSelectionModel().getSelectedIndex();
    }

    void select(int index) {
        table.getSelectionModel().clearAndSelect(index);
    }

    /** Chooses none, not even of the rows that are hidden. */
    void clear() {
        table.getSelectionModel().clearSelection();
        changed();
    }

    void selectAll() {
        table.getSelectionModel().selectAll();
    }

    /** What a press of the mouse on a row means. Returns whether it changed the choice. */
    boolean pressed(int index, MouseEvent event) {
        var choice = table.getSelectionModel();
        if (event.getButton() == MouseButton.SECONDARY && choice.isSelected(index)) return false;
        if (event.isShiftDown() && index() >= 0) {
            int anchor = index();
            choice.selectRange(Math.min(anchor, index), Math.max(anchor, index) + 1);
        } else if (event.isShortcutDown()) {
            if (choice.isSelected(index)) choice.clearSelection(index);
            else choice.select(index);
        } else {
            choice.clearAndSelect(index);
        }
        return true;
    }

    private void changed() {
        if (replacing) return;
        List<ExchangeRow> now = table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
        remembered = new HashSet<>(now.stream().map(ExchangeRow::id).toList());
        rows.set(now);
        ExchangeRow item = table.getSelectionModel().getSelectedItem();
        focus.set(item != null ? item : now.isEmpty() ? null : now.getLast());
    }

    @Override
    public void beforeReplacement() {
        replacing = true;
    }

    /** The same rows as before, as far as they are there. */
    @Override
    public void afterReplacement() {
        ExchangeRow focused = focus.get();
        int focusIndex = -1;
        List<Integer> others = new ArrayList<>();
        for (ExchangeId id : remembered) {
            ExchangeRow row = model.row(id);
            int index = row == null ? -1 : model.shown().indexOf(row);
            if (index < 0) continue;
            if (row == focused) focusIndex = index;
            else others.add(index);
        }
        restore(others, focusIndex);
        replacing = false;
        if (focused != null && model.row(focused.id()) == null) changed();
    }

    private void restore(List<Integer> others, int focusIndex) {
        var choice = table.getSelectionModel();
        choice.clearSelection();
        int[] indices = others.stream().mapToInt(Integer::intValue).toArray();
        if (indices.length > 0) choice.selectIndices(indices[0], indices);
        if (focusIndex >= 0) choice.select(focusIndex);
    }
}
