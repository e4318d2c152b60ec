package dev.sightglass.app.window;

import dev.sightglass.app.format.Messages;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The list of shortcuts: on the left what the menu offers too, on the right keys inside the window's parts. */
final class ShortcutHelp {
    /** So that what the keys do stands in one line, part below part. */
    private static final double KEYS = 160;

    private ShortcutHelp() {}

    static void show(Window owner, Actions actions) {
        VBox everywhere = new VBox(4);
        add(everywhere, new Actions.KeyHints(Messages.text("help.part.everywhere"), ofActions(actions)));
        VBox inParts = new VBox(4);
        actions.hints().forEach(part -> add(inParts, part));
        HBox columns = new HBox(40, everywhere, inParts);
        columns.setId("shortcut-help");
        columns.setPadding(new Insets(16, 16, 0, 16));
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Messages.text("action.help"));
        dialog.getDialogPane().setContent(columns);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
    }

    private static List<Actions.KeyHint> ofActions(Actions actions) {
        return actions.all().stream()
                .filter(action -> action.inMenu() && !action.keys().isEmpty())
                .map(action -> new Actions.KeyHint(action.keysText(), action.title()))
                .toList();
    }

    private static void add(VBox column, Actions.KeyHints part) {
        Label title = new Label(part.part());
        title.getStyleClass().add("section");
        if (!column.getChildren().isEmpty()) title.setPadding(new Insets(12, 0, 0, 0));
        GridPane grid = new GridPane(16, 4);
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(KEYS);
        grid.getColumnConstraints().add(keys);
        for (int row = 0; row < part.keys().size(); row++) {
            grid.add(keys(part.keys().get(row).keys()), 0, row);
            grid.add(whole(new Label(part.keys().get(row).title())), 1, row);
        }
        column.getChildren().addAll(title, grid);
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
