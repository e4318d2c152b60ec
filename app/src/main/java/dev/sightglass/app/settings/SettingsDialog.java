package dev.sightglass.app.settings;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.settings.AuthMode;
import dev.sightglass.engine.settings.EngineSettings;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Asks for the settings, checked while a person types. */
public final class SettingsDialog extends Dialog<@Nullable EngineSettings> {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final SettingsForm form;
    private final GridPane grid = new GridPane(12, 2);
    private int row;

    private SettingsDialog(Window owner, EngineSettings settings, BackgroundTasks tasks) {
        form = new SettingsForm(settings);
        initOwner(owner);
        setTitle(Messages.text("settings.title"));
        fill();
        ConnectionCheckView check = new ConnectionCheckView(tasks);
        grid.add(check, 0, row++, 2, 1);
        getDialogPane().setContent(grid);
        addTestButton(check);
        ButtonType save = new ButtonType(Messages.text("settings.save"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().addAll(save, ButtonType.CANCEL);
        Node button = getDialogPane().lookupButton(save);
        button.setId("settings-save");
        button.getStyleClass().add("accent");
        button.disableProperty().bind(form.saveableProperty().not());
        setResultConverter(chosen -> chosen == save ? form.settings() : null);
    }

    /** Asks and waits; empty when the person thinks better of it. */
    public static Optional<EngineSettings> ask(Window owner, EngineSettings settings, BackgroundTasks tasks) {
        return new SettingsDialog(owner, settings, tasks).showAndWait();
    }

    /** Pressing it tries what stands in the form and leaves the dialog open. */
    private void addTestButton(ConnectionCheckView check) {
        ButtonType test = new ButtonType(Messages.text("settings.test"), ButtonBar.ButtonData.LEFT);
        getDialogPane().getButtonTypes().add(test);
        Node button = getDialogPane().lookupButton(test);
        button.setId("settings-test");
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            check.run(form.settings());
        });
    }

    private void fill() {
        grid.setPadding(new Insets(16));
        grid.setPrefWidth(600);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(labels, fields);
        section("settings.azure");
        add("azure.upstream", choice("upstream", UpstreamKind.values(), UpstreamKind::title));
        add("azure.instance", text("azure.instance", form.instance));
        add("azure.endpoint", text("azure.endpoint", form.endpoint));
        add("azure.deployment", text("azure.deployment", form.deployment));
        add("modelMap", text("modelMap", form.modelMap));
        add("azure.apiVersion", text("azure.apiVersion", form.apiVersion));
        section("settings.credential");
        add("azure.auth", authChoice());
        add("azure.key", keyField());
        section("settings.proxy");
        add("listen.port", text("listen.port", form.port));
        add("listen.basePath", text("listen.basePath", form.basePath));
        section("settings.recording");
        add("capture.payloads", check("capture.payloads", form.payloads));
        add("capture.storeBytes", text("capture.storeBytes", form.storeMegabytes));
        add("capture.storeDays", text("capture.storeDays", form.storeDays));
    }

    private void section(String key) {
        Label title = new Label(Messages.text(key));
        title.getStyleClass().add("section");
        title.setPadding(new Insets(row == 0 ? 0 : 12, 0, 4, 0));
        grid.add(title, 0, row++, 2, 1);
    }

    /** A label, its field, and under it what is wrong or what it is for. */
    private void add(String setting, Node field) {
        Label label = new Label(Messages.text("settings." + setting));
        label.setLabelFor(field);
        label.setMinHeight(28);
        Label note = new Label();
        note.getStyleClass().addAll("small", "muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        String help = Messages.text("settings." + setting + ".help");
        form.problemsProperty().subscribe(problems -> {
            String problem = problems.get(setting);
            note.setText(problem == null ? help : problem);
            note.setVisible(!note.getText().isEmpty());
            note.setManaged(note.isVisible());
            note.getStyleClass().setAll("label", "small", problem == null ? "muted" : "danger");
            field.pseudoClassStateChanged(ERROR, problem != null);
        });
        VBox box = new VBox(2, field, note);
        box.setPadding(new Insets(0, 0, 6, 0));
        GridPane.setValignment(label, VPos.TOP);
        grid.addRow(row++, label, box);
    }

    private static TextField text(String setting, StringProperty value) {
        TextField field = new TextField();
        prepare(field, setting);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private Node keyField() {
        PasswordField field = new PasswordField();
        prepare(field, "azure.key");
        String hint = form.keyHint();
        field.setPromptText(
                hint == null ? Messages.text("settings.key.none") : Messages.text("settings.key.kept", hint));
        field.textProperty().bindBidirectional(form.newKey);
        if (hint == null) return field;
        CheckBox forget = new CheckBox(Messages.text("settings.key.forget"));
        forget.setId("azure-key-forget");
        forget.selectedProperty().bindBidirectional(form.forgetKey);
        return new VBox(6, field, forget);
    }

    private ComboBox<UpstreamKind> choice(String id, UpstreamKind[] kinds, Function<UpstreamKind, String> title) {
        ComboBox<UpstreamKind> box = new ComboBox<>();
        prepare(box, "azure." + id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(Arrays.asList(kinds));
        box.setConverter(new Titles<>(kind -> kind == null ? "" : title.apply(kind)));
        box.valueProperty().bindBidirectional(form.upstream);
        return box;
    }

    private ComboBox<@Nullable AuthMode> authChoice() {
        ComboBox<@Nullable AuthMode> box = new ComboBox<>();
        prepare(box, "azure.auth");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().add(null);
        box.getItems().addAll(AuthMode.values());
        box.setConverter(new Titles<>(mode -> Messages.text(
                "settings.auth." + (mode == null ? "automatic" : mode.name().toLowerCase(Locale.ROOT)))));
        box.valueProperty().bindBidirectional(form.auth);
        return box;
    }

    private static CheckBox check(String setting, BooleanProperty value) {
        CheckBox box = new CheckBox(Messages.text("settings." + setting + ".box"));
        prepare(box, setting);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    private static void prepare(Node field, String setting) {
        field.setId(setting.replace('.', '-')); // a dot would be a style class to lookups
        field.setAccessibleText(Messages.text("settings." + setting));
    }

    /** Shows a value by its title; the lists are not editable. */
    private static final class Titles<T> extends StringConverter<T> {
        private final Function<@Nullable T, String> title;

        Titles(Function<@Nullable T, String> title) {
            this.title = title;
        }

        @Override
        public String toString(@Nullable T value) {
            return title.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("the list is not editable");
        }
    }
}
