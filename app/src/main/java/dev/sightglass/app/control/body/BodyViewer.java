package dev.sightglass.app.control.body;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.DisplayRow.Tone;
import dev.sightglass.app.control.text.DocumentRows;
import dev.sightglass.app.control.text.HexRows;
import dev.sightglass.app.control.text.JsonFault;
import dev.sightglass.app.control.text.JsonLocator;
import dev.sightglass.app.control.text.Syntax;
import dev.sightglass.app.control.text.TextDocument;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Human;
import dev.sightglass.engine.store.RecordedBody;
import java.util.Map;
import javafx.scene.control.Label;
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

    private final BackgroundTasks tasks;
    private final TextView view = new TextView(new HexRows(new byte[0]));
    private final BodySearchBar search;
    private final BodyToolBar tools;
    private final BodyFooter footer;
    private final Label notice = new Label();
    private final Label nothing = new Label();
    private @Nullable Object shownKey;
    private RecordedBody body = RecordedBody.EMPTY;
    private @Nullable String contentType;
    private Map<String, Tone> tints = Map.of();
    private BackgroundTasks.@Nullable Running running;
    private BackgroundTasks.@Nullable Running preview;

    public BodyViewer(BackgroundTasks tasks) {
        this.tasks = tasks;
        this.search = new BodySearchBar(view, tasks);
        this.footer = new BodyFooter(view, tasks);
        this.tools = new BodyToolBar(view, search, this::prepareAnew);
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
        showNotice(null);
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
        prepare(!same);
    }

    /** Puts a ground behind the values at these JSON paths, in the body shown next. */
    public void tint(Map<String, Tone> paths) {
        if (!paths.equals(tints)) shownKey = null;
        tints = Map.copyOf(paths);
    }

    /** Puts the focus into the search field. */
    public void search() {
        search.focusField();
    }

    /** Brings the value at a JSON path into sight and selects it; only in formatted and raw view. */
    public void goToPath(String path) {
        if (!(view.rows() instanceof DocumentRows rows)) return;
        TextDocument document = rows.document();
        int at = JsonLocator.find(document.bytes(), document.length(), path);
        if (at < 0) return;
        view.select(at, JsonLocator.valueEnd(document.bytes(), at, document.length()));
    }

    private void prepareAnew() {
        prepare(true);
    }

    private void prepare(boolean anew) {
        cancel();
        byte[] bytes = body.bytes();
        tools.setMedia(PreparedBody.syntaxOf(bytes, contentType));
        showNothing(bytes.length == 0);
        footer.showSize(body);
        if (bytes.length == 0) return;
        Syntax syntax = PreparedBody.syntaxOf(bytes, contentType);
        BodyMode mode = tools.mode();
        Map<String, Tone> tones = tints;
        int columns = tools.wraps() ? view.columnsInSight() : PreparedBody.MOST_COLUMNS;
        if (anew && bytes.length > 4 * FIRST_SCREEN)
            preview = tasks.run(
                    () -> PreparedBody.of(bytes, syntax, mode, columns, FIRST_SCREEN), this::showPreview, _ -> {});
        running = tasks.run(
                () -> PreparedBody.of(bytes, syntax, mode, columns, ALL).tinted(tones),
                prepared -> showPrepared(prepared, anew),
                failure -> showNotice(text("body.failed", String.valueOf(failure.getMessage()))));
    }

    private void cancel() {
        if (running != null) running.cancel();
        if (preview != null) preview.cancel();
    }

    private void showPreview(PreparedBody prepared) {
        view.show(prepared.rows());
    }

    private void showPrepared(PreparedBody prepared, boolean anew) {
        boolean previewed = preview != null;
        if (preview != null) preview.cancel();
        preview = null;
        if (anew && !previewed) view.show(prepared.rows());
        else view.replace(prepared.rows());
        showNotice(noticeFor(prepared));
        search.refresh();
        footer.refresh();
    }

    private @Nullable String noticeFor(PreparedBody prepared) {
        String why = BodyNotice.of(body.body());
        if (why != null) return why;
        JsonFault fault = prepared.fault();
        if (fault != null) {
            int line = prepared.rows() instanceof DocumentRows rows
                    ? rows.document().lineOf(rows.document().rowOf(fault.formattedOffset()))
                    : 1;
            return text("body.fault", fault.message(), line, Human.exact((long) fault.offset()));
        }
        return prepared.brokenAt() < 0 ? null : text("body.notUtf8", Human.exact((long) prepared.brokenAt()));
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
