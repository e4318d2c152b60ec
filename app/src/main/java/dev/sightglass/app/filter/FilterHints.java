package dev.sightglass.app.filter;

import dev.sightglass.app.format.Messages;
import dev.sightglass.app.theme.Icons;
import dev.sightglass.engine.filter.Completions.Completion;
import java.util.function.IntConsumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What hangs under the filter field: what is wrong with the query, and what may come next. Never has the focus. */
final class FilterHints extends VBox {
    private static final int MOST_LINES = 9;

    private final Label problem = new Label();
    private final Label busy = new Label(Messages.text("filter.searching"), Icons.of(Feather.SEARCH));
    private final ListView<Completion> list;

    FilterHints(CompletionModel model, IntConsumer onChosen) {
        list = new ListView<>(model.offers());
        getStyleClass().add("filter-hints");
        setId("filter-hints");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        problem.setId("filter-problem");
        problem.getStyleClass().add("filter-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        list.setId("filter-offers");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Line(onChosen));
        busy.setId("filter-busy");
        busy.getStyleClass().addAll("filter-busy", "muted");
        getChildren().addAll(problem, busy, list);
        model.offers().addListener((ListChangeListener<Completion>) _ -> fit());
        model.markedProperty().subscribe(index -> mark(index.intValue()));
        list.fixedCellSizeProperty().subscribe(this::fit);
        showProblem(null);
        showBusy(false);
    }

    void showBusy(boolean searching) {
        busy.setVisible(searching);
        busy.setManaged(searching);
        showIfNeeded();
    }

    void showProblem(@Nullable String text) {
        problem.setText(text == null ? "" : text);
        problem.setVisible(text != null);
        problem.setManaged(text != null);
        showIfNeeded();
    }

    private void fit() {
        int lines = Math.min(MOST_LINES, list.getItems().size());
        list.setPrefHeight(lines * Math.max(1, list.getFixedCellSize()) + 2);
        list.setMinHeight(Region.USE_PREF_SIZE);
        list.setVisible(lines > 0);
        list.setManaged(lines > 0);
        showIfNeeded();
    }

    private void showIfNeeded() {
        setVisible(problem.isManaged() || busy.isManaged() || list.isManaged());
    }

    private void mark(int index) {
        list.getSelectionModel().clearSelection();
        if (index < 0) return;
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - MOST_LINES / 2));
    }

    /** The text to put in, and what it means. */
    private static final class Line extends ListCell<Completion> {
        private final Label text = new Label();
        private final Label description = new Label();
        private final HBox both = new HBox(12, text, description);

        Line(IntConsumer onChosen) {
            both.setAlignment(Pos.CENTER_LEFT);
            text.getStyleClass().add("mono");
            text.setMinWidth(Region.USE_PREF_SIZE);
            description.getStyleClass().add("muted");
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                event.consume(); // the field keeps the focus
                if (!isEmpty()) onChosen.accept(getIndex());
            });
        }

        @Override
        protected void updateItem(@Nullable Completion completion, boolean empty) {
            super.updateItem(completion, empty);
            text.setText(completion == null ? "" : completion.text().strip());
            description.setText(completion == null ? "" : completion.description());
            setGraphic(completion == null || empty ? null : both);
        }
    }
}
