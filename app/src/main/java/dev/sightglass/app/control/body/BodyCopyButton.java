package dev.sightglass.app.control.body;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.ValueAt;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.theme.Icons;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/**
 * Copies the selection, the value at the caret (as text or laid out as JSON), its path, or everything; the same choices stand
 * in the context menu.
 */
final class BodyCopyButton extends MenuButton {
    private final TextView view;
    private final BackgroundTasks tasks;

    BodyCopyButton(TextView view, BackgroundTasks tasks) {
        super("", Icons.of(Feather.COPY));
        this.view = view;
        this.tasks = tasks;
        setId("body-copy");
        getStyleClass().addAll("flat", "icon-only");
        setAccessibleText(text("body.copy"));
        getItems().addAll(items());
        ContextMenu menu = new ContextMenu(items());
        view.setOnContextMenuRequested(request -> menu.show(view, request.getScreenX(), request.getScreenY()));
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::shortcut);
    }

    private MenuItem[] items() {
        return new MenuItem[] {
            item("body.copy.selection", () -> put(view.selectedText())),
            item("body.copy.value", () -> copyValue(ValueAt::plain)),
            item("body.copy.json", () -> copyValue(ValueAt::json)),
            item("body.copy.path", () -> copyValue(ValueAt::path)),
            item("body.copy.all", () -> copyInBackground(this::all))
        };
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void shortcut(KeyEvent event) {
        if (event.getCode() != KeyCode.C || !event.isShortcutDown() || !event.isShiftDown()) return;
        copyValue(ValueAt::path);
        event.consume();
    }

    private static void put(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void copyValue(Function<ValueAt, String> form) {
        RowSource rows = view.rows();
        int caret = view.caret();
        copyInBackground(() -> {
            ValueAt value = rows.size() == 0 ? null : rows.valueAt(caret);
            return value == null ? Integer.toString(caret) : form.apply(value);
        });
    }

    /** Large texts take a while to be cut out. */
    private void copyInBackground(Supplier<String> words) {
        tasks.run(words::get, BodyCopyButton::put, failure -> put(String.valueOf(failure.getMessage())));
    }

    private String all() {
        RowSource rows = view.rows();
        return rows.size() == 0 ? "" : rows.copy(0, rows.source().length());
    }
}
