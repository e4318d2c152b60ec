package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.theme.Icons;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Where the words to find are written: field, steps, and how many there are. */
final class SearchField extends HBox {
    private static final Duration PAUSE = Duration.millis(120);

    private final TextField field = new TextField();
    private final Label count = new Label();
    private final PauseTransition typing = new PauseTransition(PAUSE);
    private final IntConsumer onStep;

    /**
     * @param onWanted is given the words when they have been typed
     * @param onStep is given 1 for the next hit, -1 for the one before
     */
    SearchField(Consumer<String> onWanted, IntConsumer onStep) {
        this.onStep = onStep;
        getStyleClass().add("search-bar");
        field.setId("conversation-search");
        field.setPromptText(text("inspector.conversation.find"));
        field.setAccessibleText(text("inspector.conversation.find"));
        field.setPrefColumnCount(16);
        field.textProperty().subscribe(_ -> typing.playFromStart());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        typing.setOnFinished(_ -> onWanted.accept(field.getText()));
        count.setId("conversation-search-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(field, step(Feather.CHEVRON_UP, -1), step(Feather.CHEVRON_DOWN, 1), count);
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

    String wanted() {
        return field.getText();
    }

    void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    /** @param current counts from 0 */
    void showCount(int current, int all) {
        if (wanted().isEmpty()) count.setText("");
        else if (all == 0) count.setText(text("body.search.none"));
        else count.setText(text("body.search.count", current + 1, all + (all >= ConversationSearch.MOST ? "+" : "")));
    }
}
