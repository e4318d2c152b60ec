package dev.sightglass.app.window;

import dev.sightglass.app.format.Messages;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/** The list of shortcuts: on the left what the menu offers too, on the right keys inside the window's parts. */
final class ShortcutHelp {
    private ShortcutHelp() {}

    static void show(Window owner, Actions actions) {
        GridPane grid = new GridPane(24, 6);
        grid.setId("shortcut-help");
        grid.setPadding(new Insets(16));
        fill(grid, 0, hints(actions));
        fill(grid, 2, actions.hints());
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.text("action.help"));
        dialog.getDialogPane().setContent(grid);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
    }

    /** Panels are told in one line. */
    private static List<Actions.KeyHint> hints(Actions actions) {
        return actions.all().stream()
                .filter(action -> action.inMenu() && !action.keys().isEmpty())
                .map(action -> new Actions.KeyHint(action.keysText(), action.title()))
                .toList();
    }

    private static void fill(GridPane grid, int column, List<Actions.KeyHint> hints) {
        for (int row = 0; row < hints.size(); row++) {
            grid.add(keys(hints.get(row).keys()), column, row);
            grid.add(whole(new Label(hints.get(row).title())), column + 1, row);
        }
    }

    private static Label keys(String text) {
        Label keys = new Label(text);
        keys.getStyleClass().addAll("mono", "chip");
        return whole(keys);
    }

    /** Never cut short. */
    private static Label whole(Label label) {
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
