package dev.sightglass.app.settings;

import dev.sightglass.app.format.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A page of the settings that is a table of fields: heads, lines that scroll, buttons under them.
 *
 * @param <R> what a line is about
 * @param <L> a line
 */
abstract class RowsPage<R, L extends RowsPage.Line<R>> extends VBox {
    static final double GAP = 6;
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final VBox lines = new VBox(4);
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
        scroll.maxHeightProperty().bind(lines.heightProperty().add(2)); // the buttons follow the last line
        scroll.getStyleClass().add("rows-page");
        lines.setPadding(new Insets(2, 12, 2, 0));
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(help, heads, scroll, buttons);
    }

    void head(String key, double width, Pos alignment) {
        Label head = new Label(Messages.text(key));
        head.getStyleClass().addAll("small", "muted");
        head.setAlignment(alignment);
        head.setPadding(new Insets(0, 8, 0, 8)); // as in the fields below
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

    @SuppressWarnings("unchecked") // only show puts something in
    final List<L> lines() {
        return lines.getChildren().stream().map(line -> (L) line).toList();
    }

    /** Shows a line for each row; the lines that stay keep the focus. */
    final void show(List<R> rows, Function<R, L> making) {
        List<L> wanted = new ArrayList<>();
        for (R row : rows)
            wanted.add(
                    lines().stream().filter(line -> line.row == row).findFirst().orElseGet(() -> making.apply(row)));
        lines.getChildren().setAll(wanted);
        heads.setVisible(!wanted.isEmpty());
        heads.setManaged(!wanted.isEmpty());
    }

    /** The fields of a row beside each other, and under them what is wrong. */
    abstract static class Line<R> extends VBox {
        final R row;
        final HBox fields = new HBox(GAP);
        private final Label problem = new Label();

        Line(R row) {
            super(2);
            this.row = row;
            fields.setAlignment(Pos.CENTER_LEFT);
            problem.getStyleClass().addAll("small", "danger");
            problem.setWrapText(true);
            problem.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().addAll(fields, problem);
        }

        /**
         * Marks the fields that are wrong and says why of the first.
         *
         * @param problems what is wrong with a field, if anything
         * @param title what a field is called
         * @param name what the row is called
         */
        final <K> void check(
                Map<K, ? extends Control> all,
                Function<K, Optional<String>> problems,
                Function<K, String> title,
                String name) {
            Optional<String> first = Optional.empty();
            for (Map.Entry<K, ? extends Control> each : all.entrySet()) {
                Optional<String> wrong = problems.apply(each.getKey());
                each.getValue().pseudoClassStateChanged(ERROR, wrong.isPresent());
                each.getValue().setAccessibleText(title.apply(each.getKey()) + ", " + name);
                if (first.isEmpty()) first = wrong;
            }
            problem.setText(first.orElse(""));
            problem.setVisible(first.isPresent());
            problem.setManaged(first.isPresent());
        }
    }
}
