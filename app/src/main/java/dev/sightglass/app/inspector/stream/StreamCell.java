package dev.sightglass.app.inspector.stream;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.Invisible;
import dev.sightglass.app.format.Human;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** One event: leg, time, gap, size, name, and what it adds. */
final class StreamCell extends ListCell<StreamRow> {
    private static final PseudoClass AZURE = PseudoClass.getPseudoClass("azure");
    private static final PseudoClass LONG_GAP = PseudoClass.getPseudoClass("long-gap");
    private static final PseudoClass COUNTERPART = PseudoClass.getPseudoClass("counterpart");
    private static final int LONGEST = 400;
    private static final double LEG = 80;
    private static final double TIME = 56;
    private static final double PAUSE = 84;
    private static final double SIZE = 48;
    private static final double NAME = 120;

    private final Label leg = label("leg", LEG);
    private final Label time = label("number", TIME);
    private final Label gap = label("number", PAUSE);
    private final Label size = label("number", SIZE);
    private final Label name = label("name", NAME);
    private final Label delta = new Label();
    private final HBox line = new HBox(leg, time, gap, size, name, delta);

    private final Predicate<StreamRow> counterpart;

    /** @param counterpart tells the events that belong to the selected one of the other leg */
    StreamCell(Predicate<StreamRow> counterpart) {
        this.counterpart = counterpart;
        line.getStyleClass().add("stream-line");
        delta.setMinWidth(0);
        setPrefWidth(0);
    }

    /** What the columns are, to stand above the list. */
    static HBox heads() {
        HBox heads = new HBox(
                head("leg", "leg", LEG),
                head("at", "number", TIME),
                head("gap", "number", PAUSE),
                head("size", "number", SIZE),
                head("name", "name", NAME),
                head("delta", "delta", USE_COMPUTED_SIZE));
        heads.getStyleClass().addAll("stream-line", "stream-heads");
        return heads;
    }

    private static Label head(String key, String style, double width) {
        Label head = label(style, width);
        head.setText(text("inspector.stream.head." + key));
        head.setTooltip(new Tooltip(text("inspector.stream.head." + key + ".help")));
        return head;
    }

    private static String gapWords(StreamRow row) {
        if (row.event().gap() < 0) return Human.ABSENT;
        String gap = Human.nanos(row.event().gap());
        return row.afterLongGap() ? text("inspector.stream.silence", gap) : "+" + gap;
    }

    private static Label label(String style, double width) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(width);
        label.setMaxWidth(width);
        return label;
    }

    @Override
    protected void updateItem(@Nullable StreamRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(row == null || empty ? null : line);
        pseudoClassStateChanged(COUNTERPART, false);
        if (row == null || empty) return;
        leg.setText(text(row.fromAzure() ? "inspector.stream.azure" : "inspector.stream.client"));
        time.setText(
                row.event().at() < 0 ? Human.ABSENT : Human.nanos(row.event().at()));
        gap.setText(gapWords(row));
        size.setText(Human.bytes(row.event().size()));
        name.setText(row.name());
        String added = Invisible.visible(row.delta().text()).replace("\n", "⏎").replace("\t", "⇥");
        delta.setText(added.length() > LONGEST ? added.substring(0, LONGEST) + "…" : added);
        delta.getStyleClass()
                .setAll("label", "delta-" + row.delta().kind().name().toLowerCase(Locale.ROOT));
        pseudoClassStateChanged(COUNTERPART, counterpart.test(row));
        line.pseudoClassStateChanged(AZURE, row.fromAzure());
        line.pseudoClassStateChanged(LONG_GAP, row.afterLongGap());
    }
}
