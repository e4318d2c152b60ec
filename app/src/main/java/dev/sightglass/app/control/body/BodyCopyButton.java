package dev.sightglass.app.control.body;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.DocumentRows;
import dev.sightglass.app.control.text.JsonLocator;
import dev.sightglass.app.control.text.JsonText;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.TextDocument;
import dev.sightglass.app.theme.Icons;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.feather.Feather;

/** Copies the selection, the value at the caret, its path, or everything; the same choices stand in the context menu. */
final class BodyCopyButton extends MenuButton {
    private final TextView view;

    BodyCopyButton(TextView view) {
        super("", Icons.of(Feather.COPY));
        this.view = view;
        setId("body-copy");
        getStyleClass().addAll("flat", "icon-only");
        setAccessibleText(text("body.copy"));
        getItems().addAll(items());
        ContextMenu menu = new ContextMenu(items());
        view.setOnContextMenuRequested(request -> menu.show(view, request.getScreenX(), request.getScreenY()));
    }

    private MenuItem[] items() {
        return new MenuItem[] {
            item("body.copy.selection", view::selectedText),
            item("body.copy.value", this::value),
            item("body.copy.path", this::path),
            item("body.copy.all", this::all)
        };
    }

    private static MenuItem item(String key, Supplier<String> words) {
        MenuItem item = new MenuItem(text(key));
        item.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(words.get());
            Clipboard.getSystemClipboard().setContent(content);
        });
        return item;
    }

    private String value() {
        if (!(view.rows() instanceof DocumentRows rows)) return view.selectedText();
        TextDocument document = rows.document();
        int from = JsonLocator.locate(document.bytes(), document.length(), view.caret())
                .from();
        int to = JsonLocator.valueEnd(document.bytes(), from, document.length());
        return JsonText.unquoted(document.text(from, to));
    }

    private String path() {
        if (!(view.rows() instanceof DocumentRows rows)) return Integer.toString(view.caret());
        TextDocument document = rows.document();
        return JsonLocator.locate(document.bytes(), document.length(), view.caret())
                .path();
    }

    private String all() {
        RowSource rows = view.rows();
        return rows.size() == 0 ? "" : rows.copy(0, rows.endOf(rows.size() - 1));
    }
}
