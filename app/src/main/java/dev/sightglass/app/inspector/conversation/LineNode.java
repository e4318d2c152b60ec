package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.control.flow.FlowHit;
import dev.sightglass.app.control.flow.FlowNode;
import dev.sightglass.app.control.flow.FlowText;
import dev.sightglass.app.inspector.conversation.Row.Look;
import dev.sightglass.app.theme.Icons;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A line of text: with its bullet, its quotation bar, or the ground of code and of changes behind it. */
final class LineNode extends FlowNode<Row> {
    private static final double INDENT = 20;
    private static final double QUOTE = 14;
    private static final double GAP = 6;
    private static final double PAD = 6;

    private final FlowText words;
    private final Label marker = new Label();
    private final Region ground = new Region();
    private final Region quote = new Region();
    private Row.@Nullable Line line;

    LineNode(RowActions actions) {
        words = new FlowText(actions::open);
        words.setManaged(false);
        marker.getStyleClass().add("muted");
        marker.setManaged(false);
        ground.setManaged(false);
        quote.setManaged(false);
        quote.getStyleClass().add("quote-bar");
        getChildren().addAll(ground, quote, marker, words);
    }

    @Override
    protected void show(Row row) {
        if (!(row instanceof Row.Line shown)) return;
        line = shown;
        String look = shown.look().name().toLowerCase(Locale.ROOT).replace('_', '-');
        RowNodes.colour(this, shown.edge(), "row-line");
        words.show(shown.styled(), shown.look().code() ? "look-code,mono" : "look-" + look);
        Feather icon = icon(shown.marker());
        marker.setText(icon == null ? shown.marker() : "");
        marker.setGraphic(icon == null ? null : Icons.of(icon, "small", shown.marker()));
        marker.setVisible(!shown.marker().isEmpty());
        quote.setVisible(shown.quotes() > 0);
        ground.setVisible(shown.look().code() || shown.look() == Look.RULE);
        ground.getStyleClass().setAll("ground", "ground-" + look);
        if (shown.opens()) ground.getStyleClass().add("ground-opens");
        if (shown.closes()) ground.getStyleClass().add("ground-closes");
    }

    /** What stands for a task's state; null for the marks of lists, which are words. */
    private static @Nullable Feather icon(String marker) {
        return switch (marker) {
            case ToolInputRows.DONE -> Feather.CHECK_CIRCLE;
            case ToolInputRows.NOW -> Feather.PLAY_CIRCLE;
            case ToolInputRows.OPEN -> Feather.CIRCLE;
            default -> null;
        };
    }

    private double left() {
        Row.Line shown = line;
        double inner = shown == null ? 0 : shown.indent() * INDENT + shown.quotes() * QUOTE + (code() ? PAD : 0);
        return Column.LEFT + inner;
    }

    /** Room for the words. */
    private double wordsWidth(double width) {
        return Column.LEFT + Column.width(width, code()) - left() - (code() ? PAD : 0);
    }

    private boolean code() {
        return line != null && line.look().code();
    }

    private double gap() {
        return line != null && line.opens() ? GAP : 0;
    }

    private double top() {
        return gap() + (code() && gap() > 0 ? PAD : 0);
    }

    private double bottom() {
        boolean closes = line != null && line.closes();
        return closes ? code() ? PAD + 4 : 2 : 0;
    }

    @Override
    protected double heightFor(double width) {
        if (line != null && line.look() == Look.RULE) return 17;
        return top() + words.heightFor(wordsWidth(width)) + bottom();
    }

    @Override
    protected void layoutChildren() {
        double left = left();
        double width = wordsWidth(getWidth());
        double height = getHeight() - top() - bottom();
        words.resizeRelocate(left, top(), width, height);
        words.layout();
        marker.resizeRelocate(
                left - INDENT, top() + (marker.getGraphic() == null ? 0 : 2), INDENT - 4, marker.prefHeight(-1));
        quote.resizeRelocate(left - QUOTE + 2, gap(), 2, getHeight() - gap());
        if (line != null && line.look() == Look.RULE) ground.resizeRelocate(left, 8, width, 1);
        else ground.resizeRelocate(left - PAD, gap(), width + 2 * PAD, getHeight() - gap() - (bottom() > 0 ? 4 : 0));
    }

    @Override
    protected int positionAt(double x, double y) {
        if (y > getHeight() - bottom()) return Integer.MAX_VALUE;
        return words.positionAt(x - left(), y - top());
    }

    @Override
    protected void decorate(int from, int to, List<FlowHit> hits, @Nullable FlowHit current) {
        words.decorate(from, to, hits, current);
    }
}
