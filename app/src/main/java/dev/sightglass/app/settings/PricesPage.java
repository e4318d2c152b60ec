package dev.sightglass.app.settings;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.pricing.Price;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The price table: a line for each model or deployment, its prices, where they come from. FX thread only. */
final class PricesPage extends RowsPage {
    private static final double NAME_WIDTH = 184;
    private static final double PRICE_WIDTH = 76;
    private static final double SOURCE_WIDTH = 148;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final PriceForm form;

    PricesPage(PriceForm form) {
        super("prices.help");
        this.form = form;
        setId("prices-page");
        for (PriceRow.Field field : PriceRow.Field.values())
            head(key(field), width(field), field == PriceRow.Field.NAME ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        head("prices.source", SOURCE_WIDTH, Pos.CENTER_LEFT);
        Button add = new Button(Messages.text("prices.add"));
        add.setId("prices-add");
        add.setOnAction(_ -> {
            form.addRow();
            scroll.setVvalue(0);
            ((Line) lines.getChildren().getFirst()).focus(PriceRow.Field.NAME);
        });
        Button reset = link("prices.resetAll");
        reset.setId("prices-reset-all");
        reset.setOnAction(_ -> form.resetAll());
        buttons.getChildren().addAll(add, reset);
        form.rows().addListener((ListChangeListener<PriceRow>) _ -> bringUpToDate());
        form.add(() -> lines().forEach(Line::refresh));
        bringUpToDate();
    }

    private List<Line> lines() {
        return lines.getChildren().stream().map(Line.class::cast).toList();
    }

    /** Keeps the lines that stay, and with them the focus. */
    private void bringUpToDate() {
        List<Node> wanted = new ArrayList<>();
        for (PriceRow row : form.rows())
            wanted.add(
                    lines().stream().filter(line -> line.row == row).findFirst().orElseGet(() -> new Line(row)));
        lines.getChildren().setAll(wanted);
    }

    private static double width(PriceRow.Field field) {
        return field == PriceRow.Field.NAME ? NAME_WIDTH : PRICE_WIDTH;
    }

    private static String key(PriceRow.Field field) {
        return "prices.field." + field.name().toLowerCase(Locale.ROOT);
    }

    private final class Line extends VBox {
        private final PriceRow row;
        private final Map<PriceRow.Field, TextField> fields = new EnumMap<>(PriceRow.Field.class);
        private final Label source = new Label();
        private final Button undo;
        private final Label problem = problemLabel();

        Line(PriceRow row) {
            super(2);
            this.row = row;
            HBox line = new HBox(GAP);
            line.setAlignment(Pos.CENTER_LEFT);
            for (PriceRow.Field each : PriceRow.Field.values())
                line.getChildren().add(makeField(each));
            source.getStyleClass().addAll("small", "muted");
            fix(source, SOURCE_WIDTH);
            undo = link(row.shipped() == null ? "prices.remove" : "prices.reset");
            undo.setOnAction(_ -> {
                if (row.shipped() == null) form.remove(row);
                else row.reset();
            });
            line.getChildren().addAll(source, undo);
            getChildren().addAll(line, problem);
            refresh();
        }

        void focus(PriceRow.Field field) {
            TextField text = fields.get(field);
            if (text != null) text.requestFocus();
        }

        private TextField makeField(PriceRow.Field each) {
            TextField field = field(width(each), each == PriceRow.Field.NAME ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
            field.textProperty().bindBidirectional(row.text(each));
            field.setEditable(each != PriceRow.Field.NAME || row.shipped() == null);
            switch (each) {
                case NAME -> {}
                case REASONING -> field.setPromptText(Messages.text("prices.asOutput"));
                case INPUT, CACHED, WRITE, OUTPUT -> field.setPromptText(Messages.text("prices.unknown"));
            }
            fields.put(each, field);
            return field;
        }

        void refresh() {
            String name = row.typed(PriceRow.Field.NAME);
            Optional<String> first = Optional.empty();
            for (Map.Entry<PriceRow.Field, TextField> each : fields.entrySet()) {
                Optional<String> wrong = form.problem(row, each.getKey());
                mark(each.getValue(), wrong.isPresent());
                if (first.isEmpty()) first = wrong;
                name(each.getValue(), Messages.text(key(each.getKey())) + ", " + name);
            }
            show(problem, first.orElse(""));
            tellSource();
            undo.setVisible(row.own());
            undo.setAccessibleText(undo.getText() + ", " + name);
        }

        private void tellSource() {
            Price listed = row.shipped();
            if (listed == null || row.own()) {
                source.setText(Messages.text("prices.source.own"));
                source.setTooltip(null);
            } else {
                source.setText(Messages.text("prices.source.list", DAY.format(listed.asOf())));
                source.setTooltip(new Tooltip(listed.source()));
            }
        }
    }
}
