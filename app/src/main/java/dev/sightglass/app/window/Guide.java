package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.format.Messages;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Modality;
import javafx.stage.Window;

/** The first steps again, in a window beside the main one, so that they can be followed there. */
final class Guide {
    private Guide() {}

    static void show(Window owner, AppContext app, Actions actions) {
        EmptyState steps = new EmptyState(app, actions);
        steps.setId("guide");
        steps.setPadding(new Insets(16));
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setTitle(Messages.text("action.guide"));
        dialog.getDialogPane().setContent(steps);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.setResizable(true);
        dialog.show();
    }
}
