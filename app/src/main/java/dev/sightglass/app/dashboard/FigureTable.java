package dev.sightglass.app.dashboard;

import static dev.sightglass.app.format.Messages.text;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Names on the left, figures right-aligned in columns; read aloud line by line. */
final class FigureTable extends GridPane {
    private final String title;
    private final List<String> heads;

    FigureTable(String title, String... heads) {
        this.title = title;
        this.heads = List.of(heads);
        getStyleClass().add("figure-table");
        for (int i = 0; i < heads.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.NEVER);
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            column.setMinWidth(i == 0 ? 40 : USE_PREF_SIZE);
            getColumnConstraints().add(column);
        }
    }

    void show(List<List<String>> lines) {
        getChildren().clear();
        if (lines.isEmpty()) {
            add(nothing(), 0, 0);
            setAccessibleText(title + ". " + text("dashboard.nothing"));
            return;
        }
        for (int i = 0; i < heads.size(); i++) {
            Label head = new Label(heads.get(i));
            head.getStyleClass().addAll("small", "muted");
            add(head, i, 0);
        }
        for (int row = 0; row < lines.size(); row++) line(lines.get(row), row + 1);
        setAccessibleText(title + ". " + lines.stream().map(this::words).collect(Collectors.joining("; ")));
    }

    private void line(List<String> cells, int row) {
        for (int i = 0; i < cells.size(); i++) {
            Label cell = new Label(cells.get(i));
            if (i == 0) {
                cell.setMinWidth(0);
                cell.setTooltip(new Tooltip(cells.getFirst()));
            } else cell.setMinWidth(USE_PREF_SIZE);
            add(cell, i, row);
        }
    }

    private String words(List<String> cells) {
        StringBuilder words = new StringBuilder(cells.getFirst());
        for (int i = 1; i < cells.size(); i++)
            words.append(", ").append(heads.get(i)).append(' ').append(cells.get(i));
        return words.toString();
    }

    static Label nothing() {
        Label nothing = new Label(text("dashboard.nothing"));
        nothing.getStyleClass().add("muted");
        return nothing;
    }
}
