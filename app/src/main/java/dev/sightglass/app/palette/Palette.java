package dev.sightglass.app.palette;

import dev.sightglass.app.format.Messages;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The palette over the window's upper part: type, choose with the arrows, Enter. Escape or a click elsewhere closes it and
 * gives the focus back. FX thread only.
 */
public final class Palette extends VBox {
    private static final int MOST_LINES = 11;
    private static final int PAGE = 10;

    private final PaletteModel model;
    private final TextField field = new TextField();
    private final ListView<PaletteModel.Hit> list = new ListView<>();
    private final Label nothing = new Label(Messages.text("palette.nothing"));
    private @Nullable Node focusBefore;

    public Palette(PaletteModel model) {
        this.model = model;
        setId("palette");
        getStyleClass().add("palette");
        getStylesheets()
                .add(Objects.requireNonNull(Palette.class.getResource("palette.css"))
                        .toExternalForm());
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        prepareField();
        prepareList();
        Label keys = new Label(Messages.text("palette.keys"));
        keys.getStyleClass().addAll("palette-keys", "small", "muted");
        nothing.getStyleClass().addAll("palette-nothing", "muted");
        getChildren().addAll(field, list, nothing, keys);
        setVisible(false);
        setManaged(false);
    }

    /** Shows it with everything, or closes it when it is open. */
    public void toggle() {
        if (isVisible()) close();
        else open();
    }

    private void open() {
        focusBefore = getScene().getFocusOwner();
        model.open();
        field.clear();
        setManaged(true);
        setVisible(true);
        toFront();
        field.requestFocus();
    }

    private void close() {
        if (!isVisible()) return;
        setVisible(false);
        setManaged(false);
        if (focusBefore != null && focusBefore.getScene() == getScene()) focusBefore.requestFocus();
        focusBefore = null;
    }

    private void prepareField() {
        field.setId("palette-field");
        field.setPromptText(Messages.text("palette.prompt"));
        field.setAccessibleText(Messages.text("palette.name"));
        field.textProperty().subscribe(model::type);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (key(event.getCode())) event.consume();
        });
        field.focusedProperty().subscribe(here -> {
            if (!here
                    && getScene() != null
                    && getScene().getWindow() != null
                    && getScene().getWindow().isFocused()) close();
        });
    }

    private boolean key(KeyCode code) {
        switch (code) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(PAGE);
            case PAGE_UP -> model.move(-PAGE);
            case ENTER -> run(model.markedProperty().get());
            case ESCAPE -> close();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void run(int index) {
        model.take(index).ifPresent(entry -> {
            close();
            entry.command().run();
        });
    }

    private void prepareList() {
        list.setId("palette-list");
        list.setAccessibleText(Messages.text("palette.name"));
        list.setFocusTraversable(false);
        list.setItems(model.hits());
        list.setCellFactory(_ -> new PaletteLine(this::run));
        model.markedProperty().subscribe(index -> mark(index.intValue()));
        model.hits().addListener((ListChangeListener<PaletteModel.Hit>) _ -> fit());
        list.fixedCellSizeProperty().subscribe(this::fit);
    }

    private void fit() {
        int lines = Math.min(MOST_LINES, model.hits().size());
        double height = lines * Math.max(1, list.getFixedCellSize()) + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        list.setVisible(lines > 0);
        list.setManaged(lines > 0);
        nothing.setVisible(lines == 0);
        nothing.setManaged(lines == 0);
    }

    private void mark(int index) {
        list.getSelectionModel().clearSelection();
        if (index < 0) return;
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - MOST_LINES / 2));
        field.setAccessibleHelp(model.hits().get(index).entry().title());
    }
}
