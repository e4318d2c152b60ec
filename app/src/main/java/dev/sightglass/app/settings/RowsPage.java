package dev.sightglass.app.settings;

import dev.sightglass.app.format.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A page of the settings that is a table of fields: heads, lines that scroll, buttons under them. */
abstract class RowsPage extends VBox {
    static final double GAP = 6;
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    final VBox lines = new VBox(4);
    final HBox heads = new HBox(GAP);
    final HBox buttons = new HBox(8);
    final ScrollPane scroll = new ScrollPane(lines);

    RowsPage(String helpKey) {
        super(8);
        Label help = new Label(Messages.text(helpKey));
        help.getStyleClass().addAll("small", "muted");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        setPadding(new Insets(12, 16, 12, 16));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        scroll.getStyleClass().add("rows-page");
        lines.setPadding(new Insets(2, 12, 2, 0));
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(help, heads, scroll, buttons);
    }

    void head(String key, double width, Pos alignment) {
        Label head = new Label(Messages.text(key));
        head.getStyleClass().addAll("small", "muted");
        head.setAlignment(alignment);
        fix(head, width);
        heads.getChildren().add(head);
    }

    static TextField field(double width, Pos alignment) {
        TextField field = new TextField();
        field.setAlignment(alignment);
        fix(field, width);
        return field;
    }

    static <T extends Region> T fix(T node, double width) {
        node.setMinWidth(width);
        node.setPrefWidth(width);
        node.setMaxWidth(width);
        return node;
    }

    static Button link(String key) {
        Button button = new Button(Messages.text(key));
        button.getStyleClass().addAll("flat", "link");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    static Label problemLabel() {
        Label label = new Label();
        label.getStyleClass().addAll("small", "danger");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        show(label, "");
        return label;
    }

    static void show(Label problem, String text) {
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
        problem.setManaged(!text.isEmpty());
    }

    static void mark(Node field, boolean wrong) {
        field.pseudoClassStateChanged(ERROR, wrong);
    }

    static void name(Control field, String name) {
        field.setAccessibleText(name);
    }
}
