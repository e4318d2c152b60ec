package dev.sightglass.app.window;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextInputDialog;

/** A dialog that asks for one text. FX thread only. */
final class TextQuestion {
    private final TextInputDialog dialog;

    /** @param owner stands in the window that waits */
    TextQuestion(Node owner, String title, String question, String before) {
        dialog = new TextInputDialog(before);
        dialog.initOwner(owner.getScene().getWindow());
        dialog.setTitle(title);
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
        dialog.setContentText(question);
    }

    /** How the field is found, and what a screen reader calls it. */
    TextQuestion field(String id, String name) {
        dialog.getEditor().setId(id);
        dialog.getEditor().setAccessibleText(name);
        return this;
    }

    /** Locks OK for every other text. */
    TextQuestion onlyIf(Predicate<String> good) {
        dialog.getDialogPane()
                .lookupButton(ButtonType.OK)
                .disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !good.test(dialog.getEditor().getText()),
                        dialog.getEditor().textProperty()));
        return this;
    }

    /** The answer without blanks around it, which may be empty; or none. */
    Optional<String> ask() {
        return dialog.showAndWait().map(String::strip);
    }
}
