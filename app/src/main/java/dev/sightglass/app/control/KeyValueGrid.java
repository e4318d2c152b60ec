package dev.sightglass.app.control;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.Invisible;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names and values in two columns; a double click or the context menu copies a value. */
public final class KeyValueGrid extends GridPane {
    public KeyValueGrid() {
        getStyleClass().add("key-value-grid");
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        values.setMinWidth(40);
        getColumnConstraints().setAll(keys, values);
    }

    /** Shows these lines. Cells are kept where there are enough of them, so that live values do not flicker. */
    public void show(List<KeyValue> lines) {
        while (getChildren().size() > lines.size() * 2) getChildren().removeLast();
        for (int i = 0; i < lines.size(); i++) {
            if (i * 2 == getChildren().size()) addRow(i, new Label(), new ValueLabel());
            ((Label) getChildren().get(i * 2)).setText(lines.get(i).key());
            Node key = getChildren().get(i * 2);
            if (!key.getStyleClass().contains("key")) key.getStyleClass().add("key");
            setValignment(key, VPos.TOP);
            ((ValueLabel) getChildren().get(i * 2 + 1)).show(lines.get(i));
        }
    }

    private static final class ValueLabel extends Label {
        private final ContextMenu menu = new ContextMenu();
        private String copied = "";

        ValueLabel() {
            setWrapText(true);
            MenuItem copy = new MenuItem(text("control.copyValue"));
            copy.setOnAction(_ -> copy());
            menu.getItems().add(copy);
            setContextMenu(menu);
            setOnMouseClicked(click -> {
                if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) copy();
            });
        }

        void show(KeyValue line) {
            copied = line.copied();
            setText(Invisible.visible(line.value()));
            getStyleClass().setAll("label", "value");
            if (line.style() != null) getStyleClass().add(line.style());
            setTooltip(line.exact() == null ? null : new Tooltip(line.exact()));
        }

        private void copy() {
            ClipboardContent content = new ClipboardContent();
            content.putString(copied);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
