package dev.sightglass.app.exchanges;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;

/** The menu of the table's headers: which columns are shown. */
final class ColumnMenu extends ContextMenu {
    ColumnMenu(ExchangeTable table) {
        for (TableColumn<ExchangeRow, ?> column : table.tableColumns()) {
            CheckMenuItem item = new CheckMenuItem(table.columnOf(column).title());
            item.setId("column-" + column.getId());
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            getItems().add(item);
        }
    }
}
