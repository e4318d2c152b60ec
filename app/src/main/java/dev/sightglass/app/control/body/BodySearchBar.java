package dev.sightglass.app.control.body;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.SearchHits;
import dev.sightglass.app.control.text.SourceText;
import dev.sightglass.app.control.text.TextSearch;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.theme.Icons;
import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Finds text in a {@link TextView}: field, number of hits, steps. The search itself runs in the background. */
final class BodySearchBar extends HBox {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final TextView view;
    private final BackgroundTasks tasks;
    private final TextField field = new TextField();
    private final ToggleButton regex = new ToggleButton(".*");
    private final Label count = new Label();
    private final PauseTransition typing = new PauseTransition(javafx.util.Duration.millis(60));
    private SearchHits hits = SearchHits.NONE;
    private int current = -1;
    private BackgroundTasks.@Nullable Running running;

    BodySearchBar(TextView view, BackgroundTasks tasks) {
        this.view = view;
        this.tasks = tasks;
        getStyleClass().add("search-bar");
        field.setId("body-search");
        field.setPromptText(text("body.search"));
        field.setAccessibleText(text("body.search"));
        field.setPrefColumnCount(16);
        field.textProperty().subscribe(_ -> typing.playFromStart());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        typing.setOnFinished(_ -> search(true));
        regex.setId("body-search-regex");
        regex.getStyleClass().addAll("flat", "mono");
        regex.setTooltip(new Tooltip(text("body.search.regex")));
        regex.setAccessibleText(text("body.search.regex"));
        regex.selectedProperty().subscribe((_, _) -> search(true));
        count.setId("body-search-count");
        count.getStyleClass().add("muted");
        getChildren().addAll(field, regex, step(Feather.CHEVRON_UP, -1), step(Feather.CHEVRON_DOWN, 1), count);
    }

    private Button step(Feather icon, int by) {
        Button button = new Button("", Icons.of(icon));
        String words = text(by < 0 ? "body.search.previous" : "body.search.next");
        button.getStyleClass().addAll("flat", "icon-only");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(_ -> step(by));
        return button;
    }

    void focusField() {
        field.requestFocus();
        field.selectAll();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) step(event.isShiftDown() ? -1 : 1);
        else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) field.clear();
        else return;
        event.consume();
    }

    /** The text has changed: the same search again, without moving the view. */
    void refresh() {
        if (!field.getText().isEmpty()) search(false);
        else clear();
    }

    private void clear() {
        hits = SearchHits.NONE;
        current = -1;
        view.showHits(hits, current);
        count.setText("");
        field.pseudoClassStateChanged(ERROR, false);
    }

    /** @param goesThere whether the first hit is brought into sight */
    private void search(boolean goesThere) {
        if (running != null) running.cancel();
        String wanted = field.getText();
        if (wanted.isEmpty() || view.rows().size() == 0) {
            clear();
            return;
        }
        SourceText source = view.rows().source();
        boolean pattern = regex.isSelected();
        running = tasks.run(
                () -> pattern ? TextSearch.regex(source, wanted, LIMIT) : TextSearch.plain(source, wanted, LIMIT),
                result -> found(result, goesThere),
                failure -> count.setText(String.valueOf(failure.getMessage())));
    }

    private void found(SearchHits result, boolean goesThere) {
        hits = result;
        field.pseudoClassStateChanged(ERROR, result.size() == 0);
        if (result.size() == 0) {
            current = -1;
            view.showHits(result, current);
            count.setText(result.problem() == null ? text("body.search.none") : result.problem());
            return;
        }
        int from = result.firstFrom(view.selection().from());
        int first = from == result.size() ? 0 : from;
        if (goesThere) go(first);
        else mark(first);
    }

    private void step(int by) {
        if (hits.size() > 0) go(Math.floorMod(current + by, hits.size()));
    }

    private void go(int index) {
        mark(index);
        view.select(hits.starts()[index], hits.starts()[index]);
    }

    private void mark(int index) {
        current = index;
        view.showHits(hits, index);
        String more = hits.complete() ? "" : "+";
        String problem = hits.problem() == null ? "" : " (" + hits.problem() + ")";
        count.setText(text("body.search.count", index + 1, hits.size() + more) + problem);
    }
}
