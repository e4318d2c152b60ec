package dev.sightglass.app.settings;

import dev.sightglass.app.format.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A page of settings: labels, fields, and under each field what is wrong with it or what it is for. FX thread only. */
final class SettingFields extends GridPane {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final SettingsForm form;
    private int row;

    SettingFields(SettingsForm form) {
        super(12, 2);
        this.form = form;
        setPadding(new Insets(12, 16, 12, 16));
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(labels, fields);
    }

    void section(String key) {
        Label title = new Label(Messages.text(key));
        title.getStyleClass().add("section");
        title.setPadding(new Insets(row == 0 ? 0 : 12, 0, 4, 0));
        add(title, 0, row++, 2, 1);
    }

    /** Over the whole width. */
    void whole(Node node) {
        add(node, 0, row++, 2, 1);
    }

    void add(String setting, Node field) {
        Label label = new Label(Messages.text("settings." + setting));
        label.setLabelFor(field);
        label.setMinHeight(28);
        Label note = new Label();
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
        addRow(row++, label, box);
    }
}
