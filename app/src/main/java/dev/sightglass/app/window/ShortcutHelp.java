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

/** The list of shortcuts. */
final class ShortcutHelp {
    private static final List<String> KEYS_OF_THE_TABLE =
            List.of("next", "previous", "ends", "menu", "panels", "find", "filterOffers", "filterHistory");

    private ShortcutHelp() {}

    static void show(Window owner, Actions actions) {
        GridPane grid = new GridPane(24, 6);
        grid.setId("shortcut-help");
        grid.setPadding(new Insets(16));
        grid.setPrefWidth(760);
        int row = 0;
        for (Action action : actions.all())
            if (action.shortcut() != null)
                grid.addRow(row++, keys(action.shortcut().getDisplayText()), whole(new Label(action.title())));
        row = 0;
        for (String key : KEYS_OF_THE_TABLE) {
            grid.add(keys(Messages.text("help." + key + ".keys")), 2, row);
            grid.add(whole(new Label(Messages.text("help." + key))), 3, row++);
        }
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.text("action.help"));
        dialog.getDialogPane().setContent(grid);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
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
