package dev.sightglass.app.settings;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.pricing.Price;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;

/** The price table: a line for each model or deployment, its prices, where they come from. FX thread only. */
final class PricesPage extends RowsPage<PriceRow, PricesPage.Line> {
    private static final double NAME_WIDTH = 184;
    private static final double PRICE_WIDTH = 84;
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
            lines().getFirst().focus(PriceRow.Field.NAME);
        });
        Button reset = link("prices.resetAll");
        reset.setId("prices-reset-all");
        reset.setOnAction(_ -> form.resetAll());
        buttons.getChildren().addAll(add, reset);
        form.rows().addListener((ListChangeListener<PriceRow>) _ -> bringUpToDate());
        form.add(() -> lines().forEach(Line::refresh));
        bringUpToDate();
    }

    private void bringUpToDate() {
        show(form.rows(), Line::new);
    }

    private static double width(PriceRow.Field field) {
        return field == PriceRow.Field.NAME ? NAME_WIDTH : PRICE_WIDTH;
    }

    private static String key(PriceRow.Field field) {
        return "prices.field." + field.name().toLowerCase(Locale.ROOT);
    }

    final class Line extends RowsPage.Line<PriceRow> {
        private final Map<PriceRow.Field, TextField> all = new EnumMap<>(PriceRow.Field.class);
        private final Label source = new Label();
        private final Button undo;

        Line(PriceRow row) {
            super(row);
            for (PriceRow.Field each : PriceRow.Field.values())
                fields.getChildren().add(makeField(each));
            source.getStyleClass().addAll("small", "muted");
            source.setPadding(new Insets(0, 8, 0, 8));
            fix(source, SOURCE_WIDTH);
            undo = link(row.shipped() == null ? "prices.remove" : "prices.reset");
            undo.setOnAction(_ -> {
                if (row.shipped() == null) form.remove(row);
                else row.reset();
            });
            fields.getChildren().addAll(source, undo);
            refresh();
        }

        void focus(PriceRow.Field field) {
            TextField text = all.get(field);
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
            all.put(each, field);
            return field;
        }

        void refresh() {
            String name = row.typed(PriceRow.Field.NAME);
            check(all, field -> form.problem(row, field), field -> Messages.text(key(field)), name);
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
