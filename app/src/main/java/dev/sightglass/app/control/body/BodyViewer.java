package dev.sightglass.app.control.body;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.DisplayRow.Tone;
import dev.sightglass.app.control.text.DocumentRows;
import dev.sightglass.app.control.text.HexRows;
import dev.sightglass.app.control.text.JsonFault;
import dev.sightglass.app.control.text.JsonPath;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.Syntax;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Human;
import dev.sightglass.engine.store.RecordedBody;
import java.time.Duration;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Shows the body of a message: formatted, raw or in hexadecimal, with search, wrapping, folding and copying. A first screen
 * comes at once, whatever the size; formatting happens in the background and is dropped when another body is shown. FX thread
 * only.
 */
public final class BodyViewer extends BorderPane {
    private static final int FIRST_SCREEN = 48_000;
    private static final int ALL = Integer.MAX_VALUE;
    private static final Duration SETTLED = Duration.ofMillis(150);
    private static final RowSource NOTHING = new HexRows(new byte[0], Syntax.PLAIN);
    private static final ViewPlace START = new ViewPlace(NOTHING.source(), TextSelection.START, 0, 0);

    private final BackgroundTasks tasks;
    private final TextView view;
    private final BodySearchBar search;
    private final BodyToolBar tools;
    private final GoToField goTo;
    private final BodyFooter footer;
    private final Label notice = new Label();
    private final Label nothing = new Label();
    private @Nullable Object shownKey;
    private RecordedBody body = RecordedBody.EMPTY;
    private @Nullable String contentType;
    private Map<String, Tone> tints = Map.of();
    private BackgroundTasks.@Nullable Running running;
    private BackgroundTasks.@Nullable Running rewrapping;
    /** The columns of the wrapped rows on show; 0 while rows do not wrap. */
    private int wrappedAt;

    public BodyViewer(BackgroundTasks tasks) {
        this.tasks = tasks;
        this.view = new TextView(NOTHING, tasks);
        this.search = new BodySearchBar(view, tasks);
        this.goTo = new GoToField(view, tasks);
        this.footer = new BodyFooter(view, tasks, goTo);
        this.tools = new BodyToolBar(view, search.node(), tasks, this::prepareAnew);
        getStyleClass().add("body-viewer");
        view.setId("body-text");
        view.setAccessibleText(text("body.text"));
        notice.getStyleClass().add("notice");
        notice.setId("body-notice");
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.setWrapText(true);
        nothing.getStyleClass().addAll("muted", "empty-state");
        nothing.setWrapText(true);
        nothing.setId("body-nothing");
        setTop(new VBox(tools, notice));
        setCenter(new StackPane(view, nothing));
        setBottom(footer);
        addEventHandler(KeyEvent.KEY_PRESSED, this::shortcut);
        view.widthProperty().subscribe(this::wrapAnewSoon);
        showNotice(null);
    }

    private void shortcut(KeyEvent event) {
        if (event.getCode() != KeyCode.G || !event.isShortcutDown()) return;
        goTo.requestFocus();
        goTo.selectAll();
        event.consume();
    }

    /**
     * Shows a body.
     *
     * @param key names the body: for the same key as before, position, folds and search stay
     * @param type the content-type header, or null
     */
    public void show(Object key, RecordedBody shown, @Nullable String type) {
        boolean same = key.equals(shownKey);
        if (same && shown.bytes().length == body.bytes().length && shown.body().equals(body.body())) return;
        shownKey = key;
        body = shown;
        contentType = type;
        prepare(!same, START);
    }

    /** Puts a ground behind the values at these JSON paths, in the body shown next. */
    public void tint(Map<String, Tone> paths) {
        if (!paths.equals(tints)) shownKey = null;
        tints = Map.copyOf(paths);
    }

    /** Puts the focus into the search field. */
    public void search() {
        search.node().focusField();
    }

    /** Brings the value at a JSON path into sight and selects it; not in hexadecimal. */
    public void goToPath(String path) {
        RowSource rows = view.rows();
        if (rows instanceof HexRows) return;
        tasks.run(
                () -> JsonPath.range(rows.source(), path),
                found -> {
                    if (found != null && view.rows().source().equals(rows.source())) view.select(found[0], found[1]);
                },
                failure -> showNotice(text("body.failed", String.valueOf(failure.getMessage()))));
    }

    /** Once the view keeps its width: while a divider is dragged each step would lay the body out. */
    private void wrapAnewSoon() {
        if (rewrapping != null) rewrapping.cancel();
        rewrapping = tasks.repeat(SETTLED, () -> {
            if (rewrapping != null) rewrapping.cancel();
            rewrapping = null;
            if (wrappedAt > 0 && wrappedAt != view.columnsInSight()) prepareAnew();
        });
    }

    /** The same body in another form: what was looked at stays in sight. */
    private void prepareAnew() {
        prepare(true, ViewPlace.of(view));
    }

    /**
     * What is to be made ready.
     *
     * @param anew whether it is another body or another form, and not just more of the same
     * @param place what was looked at
     */
    private record Wish(byte[] bytes, Syntax syntax, BodyMode mode, int columns, boolean anew, ViewPlace place) {
        PreparedBody prepare(int upTo) {
            return PreparedBody.of(bytes, syntax, mode, columns, upTo);
        }

        boolean takesLong() {
            return bytes.length > 4 * FIRST_SCREEN && mode != BodyMode.TREE && mode != BodyMode.HEX;
        }
    }

    /** A body made ready, and the place in it. */
    private record Ready(PreparedBody body, ViewPlace place) {}

    private void prepare(boolean anew, ViewPlace place) {
        if (running != null) running.cancel();
        byte[] bytes = body.bytes();
        Syntax syntax = PreparedBody.syntaxOf(bytes, contentType);
        tools.setMedia(syntax);
        showNothing(bytes.length == 0);
        footer.showSize(body);
        if (bytes.length == 0) return;
        int columns = tools.wraps() ? view.columnsInSight() : PreparedBody.MOST_COLUMNS;
        wrappedAt = tools.wraps() ? columns : 0;
        Wish wish = new Wish(bytes, syntax, tools.mode(), columns, anew, place);
        if (anew && place.isStart() && wish.takesLong()) prepareFirstScreen(wish);
        else prepareWhole(wish, false);
    }

    private void prepareFirstScreen(Wish wish) {
        running = tasks.run(
                () -> wish.prepare(FIRST_SCREEN),
                first -> {
                    view.show(first.rows());
                    prepareWhole(wish, true);
                },
                _ -> prepareWhole(wish, false));
    }

    /** @param begun whether its first screen stands there already */
    private void prepareWhole(Wish wish, boolean begun) {
        Map<String, Tone> tones = tints;
        RowSource before = view.rows();
        running = tasks.run(
                () -> {
                    PreparedBody whole = wish.prepare(ALL).tinted(tones);
                    if (!wish.anew()) return new Ready(whole.foldedAs(before), wish.place());
                    ViewPlace place = wish.place().in(whole.rows().source());
                    return new Ready(whole.opened(place), place);
                },
                ready -> showPrepared(ready, wish, begun),
                failure -> showNotice(text("body.failed", String.valueOf(failure.getMessage()))));
    }

    private void showPrepared(Ready ready, Wish wish, boolean begun) {
        RowSource rows = ready.body().rows();
        ViewPlace place = ready.place();
        if (begun || !wish.anew()) view.replace(rows);
        else if (place.isStart()) view.show(rows);
        else view.show(rows, place.selection(), place.spot(), place.down());
        showNotice(noticeFor(ready.body()));
        search.refresh();
        footer.refresh();
    }

    private @Nullable String noticeFor(PreparedBody prepared) {
        String why = BodyNotice.of(body.body());
        if (why != null) return why;
        JsonFault fault = prepared.fault();
        if (fault != null) {
            return noticeFor(fault, prepared.rows());
        }
        return prepared.brokenAt() < 0 ? null : text("body.notUtf8", Human.exact((long) prepared.brokenAt()));
    }

    /** Of a stream or of lines only the one part with the fault is concerned. */
    private static String noticeFor(JsonFault fault, RowSource rows) {
        String at = Human.exact((long) fault.offset());
        boolean part = rows.source().syntax() != Syntax.JSON;
        if (!(rows instanceof DocumentRows shown))
            return text(part ? "body.fault.tree.part" : "body.fault.tree", fault.message(), at);
        int line = shown.document().lineOf(shown.document().rowOf(fault.formattedOffset()));
        return text(part ? "body.fault.part" : "body.fault", fault.message(), line, at);
    }

    private void showNothing(boolean isNothing) {
        String why = BodyNotice.of(body.body());
        nothing.setText(why == null ? text("body.empty") : why);
        nothing.setVisible(isNothing);
        view.setVisible(!isNothing);
        if (isNothing) showNotice(null);
    }

    private void showNotice(@Nullable String words) {
        notice.setText(words == null ? "" : words);
        notice.setVisible(words != null);
        notice.setManaged(words != null);
    }
}
