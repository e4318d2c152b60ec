package dev.sightglass.app.filter;

import dev.sightglass.app.format.Messages;
import dev.sightglass.app.state.SavedFilter;
import dev.sightglass.engine.filter.Completions.Completion;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The field in which the query is typed. Down and up walk the offers, enter takes the marked one in, escape closes them, then
 * clears. Up without offers goes back in history. What hangs under the field is {@link #hints}.
 */
public final class FilterField extends TextField {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final double GAP = 4;

    private final FilterModel model;
    private final SavedFilters saved;
    private final CompletionModel completions = new CompletionModel();
    private final FilterHints hints = new FilterHints(completions, this::choose);
    private boolean edited;

    public FilterField(FilterModel model, SavedFilters saved) {
        this.model = model;
        this.saved = saved;
        setId("filter");
        getStyleClass().add("filter-field");
        setPromptText(Messages.text("toolbar.filter"));
        setAccessibleText(Messages.text("toolbar.filter.name"));
        textProperty().bindBidirectional(model.queryProperty());
        model.problemProperty().subscribe(this::showProblem);
        model.busyProperty().subscribe(this::showBusy);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        textProperty().subscribe(this::edited);
        caretPositionProperty().subscribe(this::offer);
        focusedProperty().subscribe(this::focusMoved);
        localToSceneTransformProperty().subscribe(this::place);
        widthProperty().subscribe(this::place);
    }

    /** To be laid over the window's content, at its top left corner. */
    public Region hints() {
        return hints;
    }

    /** Takes the keyboard and goes on with this text where the query ends. */
    public void type(String text) {
        requestFocus();
        end();
        insertText(getLength(), text);
    }

    private void showProblem(@Nullable String problem) {
        pseudoClassStateChanged(ERROR, problem != null);
        setAccessibleHelp(problem);
        hints.showProblem(problem);
        place();
    }

    private void showBusy(boolean searching) {
        hints.showBusy(searching);
        place();
    }

    /** The caret follows in a moment; what suits is offered then. */
    private void edited() {
        completions.close();
        edited = isFocused() && !model.history().walking();
    }

    private void offer() {
        if (!edited) return;
        edited = false;
        completions.typed(getText(), Math.min(getCaretPosition(), getLength()));
        place();
    }

    private void focusMoved(boolean here) {
        if (here) return;
        completions.close();
        model.remember();
    }

    private void key(KeyEvent event) {
        boolean taken = !event.isAltDown() && !event.isShiftDown() && key(event.getCode(), event.isShortcutDown());
        if (taken) event.consume();
        else if (!event.getCode().isModifierKey()) model.history().endWalk();
    }

    private boolean key(KeyCode code, boolean shortcut) {
        return shortcut ? code == KeyCode.SPACE && ask() : plainKey(code);
    }

    private boolean plainKey(KeyCode code) {
        return switch (code) {
            case DOWN -> down();
            case UP -> up();
            case ENTER -> enter();
            case TAB -> completions.accept().map(this::put).orElse(false);
            case ESCAPE -> escape();
            default -> false;
        };
    }

    private boolean ask() {
        completions.asked(getText(), getCaretPosition(), wholeQueries());
        place();
        return true;
    }

    /** What may stand in the place of an empty query. */
    private List<Completion> wholeQueries() {
        List<Completion> whole = new ArrayList<>();
        for (SavedFilter each : saved.all())
            whole.add(new Completion(0, each.query(), Messages.text("filter.savedAs", each.name())));
        for (String earlier : model.history().queries())
            if (saved.all().stream().noneMatch(each -> each.query().equals(earlier)))
                whole.add(new Completion(0, earlier, Messages.text("filter.earlier")));
        return whole;
    }

    private boolean down() {
        if (model.history().walking()) return walk(model.history().newer(getText()));
        if (!completions.showing()) ask();
        completions.move(1);
        return true;
    }

    private boolean up() {
        if (completions.markedProperty().get() < 0) return walk(model.history().older(getText()));
        completions.move(-1);
        return true;
    }

    private boolean walk(String query) {
        completions.close();
        edited = false;
        setText(query);
        edited = false;
        end();
        return true;
    }

    private boolean enter() {
        if (completions.accept().map(this::put).orElse(false)) return true;
        completions.close();
        model.remember();
        return true;
    }

    private boolean escape() {
        if (completions.showing()) completions.close();
        else if (getText().isEmpty()) return false;
        else clear();
        return true;
    }

    private void choose(int index) {
        completions.accept(index).ifPresent(this::put);
    }

    private boolean put(CompletionModel.Edit edit) {
        model.history().endWalk();
        setText(edit.query());
        edited = true;
        positionCaret(edit.caret());
        offer();
        return true;
    }

    /** Under the field, as far to the right as there is room. */
    private void place() {
        if (!(hints.getParent() instanceof Pane layer) || getScene() == null) return;
        Point2D corner = layer.sceneToLocal(localToScene(0, getHeight()));
        double room = layer.getWidth() - hints.prefWidth(-1) - GAP;
        hints.setTranslateX(Math.max(0, Math.min(corner.getX(), room)));
        hints.setTranslateY(corner.getY() + GAP);
    }
}
