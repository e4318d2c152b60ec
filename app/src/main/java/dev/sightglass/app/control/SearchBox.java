package dev.sightglass.app.control;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.theme.Icons;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Where the words to find are written: field, steps from hit to hit, and how many there are. FX thread only. */
public final class SearchBox extends HBox {
    /** Room for the usual count, in widths of the font. */
    private static final double COUNT_EMS = 5;

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final TextField field = new TextField();
    private final Label count = new Label();
    private final PauseTransition typing;
    private final IntConsumer onStep;

    /**
     * @param id of the field; the count's is this and {@code -count}
     * @param prompt key of the words in the empty field
     * @param pause how long no key has to come until a search begins
     * @param onWanted called when the words have been typed
     * @param onStep is given 1 for the next hit, -1 for the one before
     */
    public SearchBox(String id, String prompt, Duration pause, Runnable onWanted, IntConsumer onStep) {
        this.onStep = onStep;
        this.typing = new PauseTransition(pause);
        getStyleClass().add("search-bar");
        field.setId(id);
        field.setPromptText(text(prompt));
        field.setAccessibleText(text(prompt));
        field.setPrefColumnCount(16);
        HBox.setHgrow(field, Priority.SOMETIMES);
        field.textProperty().subscribe((_, _) -> typing.playFromStart());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        typing.setOnFinished(_ -> onWanted.run());
        count.setId(id + "-count");
        count.getStyleClass().addAll("muted", "search-count");
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(count, field, step(Feather.CHEVRON_UP, -1), step(Feather.CHEVRON_DOWN, 1));
    }

    /** Whatever the count says now, so that what is around does not change its form when something is found. */
    @Override
    protected double computeMinWidth(double height) {
        double count = this.count.minWidth(height);
        return super.computeMinWidth(height)
                - count
                + COUNT_EMS * field.getFont().getSize();
    }

    private Button step(Feather icon, int by) {
        Button button = new Button("", Icons.of(icon));
        String words = text(by < 0 ? "body.search.previous" : "body.search.next");
        button.getStyleClass().addAll("flat", "icon-only");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(_ -> onStep.accept(by));
        return button;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) onStep.accept(event.isShiftDown() ? -1 : 1);
        else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) field.clear();
        else return;
        event.consume();
    }

    /** Puts a choice of how to search right after the field. */
    public void addOption(Node option) {
        getChildren().add(2, option);
    }

    /** The words to find; empty when nothing is looked for. */
    public String wanted() {
        return field.getText();
    }

    public void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    /** @param words how many hits there are and which one is looked at, or why there is none; empty without a search */
    public void showCount(String words) {
        count.setText(words);
        count.setTooltip(words.isEmpty() ? null : new Tooltip(words));
    }

    /** Whether nothing was found. */
    public void showMissing(boolean missing) {
        field.pseudoClassStateChanged(ERROR, missing);
    }
}
