package dev.sightglass.app.exchanges;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;

/** The menu of the table's headers: which columns are shown. */
final class ColumnMenu extends ContextMenu {
    ColumnMenu(TableColumns columns) {
        for (TableColumn<ExchangeRow, ?> column : columns.all()) {
            CheckMenuItem item = new CheckMenuItem(columns.of(column).title());
            item.setId("column-" + column.getId());
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            getItems().add(item);
        }
    }
}
