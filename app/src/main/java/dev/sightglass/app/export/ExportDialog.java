package dev.sightglass.app.export;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.export.ExportFormat;
import dev.sightglass.engine.export.ExportFormats;
import dev.sightglass.engine.export.ExportLevel;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Asks which exchanges to export, in which format and how much of their content. */
public final class ExportDialog extends Dialog<ExportDialog.@Nullable Wish> {
    private final ComboBox<ExportFormat> format = new ComboBox<>();
    private final ToggleGroup level = new ToggleGroup();
    private final ToggleGroup scope = new ToggleGroup();

    /** What is wanted. */
    public record Wish(boolean selectionOnly, ExportFormat format, ExportLevel level) {}

    private ExportDialog(Window owner, int selected, String others) {
        initOwner(owner);
        setTitle(Messages.text("export.title"));
        format.setId("export-format");
        format.getItems().setAll(ExportFormats.ALL);
        format.setConverter(new Titles());
        format.getSelectionModel().selectFirst();
        format.setAccessibleText(Messages.text("export.format"));
        getDialogPane().setContent(content(selected, others));
        ButtonType export = new ButtonType(Messages.text("export.button"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().addAll(export, ButtonType.CANCEL);
        getDialogPane().lookupButton(export).setId("export-ok");
        getDialogPane().lookupButton(export).getStyleClass().add("accent");
        setResultConverter(button -> button == export ? wish() : null);
    }

    /** Asks and waits; empty when the person thinks better of it. */
    public static Optional<Wish> ask(Window owner, int selected, int shown) {
        return new ExportDialog(owner, selected, Messages.text("export.shown", shown)).showAndWait();
    }

    /** Asks how to export exchanges that are settled, and waits; {@code what} names them. */
    public static Optional<Wish> askFor(Window owner, String what) {
        return new ExportDialog(owner, 0, what).showAndWait();
    }

    private VBox content(int selected, String others) {
        VBox box = new VBox(8);
        box.setPadding(new Insets(16));
        box.setPrefWidth(440);
        if (selected > 0)
            box.getChildren().add(choice(scope, "selected", true, Messages.text("export.selected", selected)));
        box.getChildren().add(choice(scope, "shown", selected == 0, others));
        box.getChildren().addAll(section("export.format"), format, section("export.level"));
        for (ExportLevel each : ExportLevel.values()) {
            String text = Messages.text("export.level." + each.name().toLowerCase(Locale.ROOT));
            box.getChildren().add(choice(level, each, each == ExportLevel.SANITISED, text));
        }
        return box;
    }

    private static Label section(String key) {
        Label label = new Label(Messages.text(key));
        label.getStyleClass().add("section");
        label.setPadding(new Insets(8, 0, 0, 0));
        return label;
    }

    private static RadioButton choice(ToggleGroup group, Object value, boolean chosen, String text) {
        RadioButton button = new RadioButton(text);
        button.setId("export-" + value.toString().toLowerCase(Locale.ROOT));
        button.setUserData(value);
        button.setToggleGroup(group);
        button.setSelected(chosen);
        button.setWrapText(true);
        return button;
    }

    private Wish wish() {
        return new Wish("selected".equals(scope.getSelectedToggle().getUserData()), format.getValue(), (ExportLevel)
                level.getSelectedToggle().getUserData());
    }

    private static final class Titles extends StringConverter<ExportFormat> {
        @Override
        public String toString(@Nullable ExportFormat format) {
            return format == null ? "" : format.title();
        }

        @Override
        public ExportFormat fromString(String title) {
            throw new UnsupportedOperationException("the list of formats is not editable");
        }
    }
}
