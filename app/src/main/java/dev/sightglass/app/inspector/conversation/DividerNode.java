package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.control.flow.FlowNode;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A line across with a word on it. */
final class DividerNode extends FlowNode<Row> {
    static final double HEIGHT = 32;

    private static final PseudoClass NEWS = PseudoClass.getPseudoClass("news");

    private final Label words = new Label();
    private final Region line = new Region();

    DividerNode() {
        words.getStyleClass().add("divider-words");
        line.getStyleClass().add("divider-line");
        getChildren().addAll(words, line);
    }

    @Override
    protected void show(Row row) {
        if (!(row instanceof Row.Divider divider)) return;
        RowNodes.colour(this, divider.edge(), "row-divider");
        words.setText(divider.words());
        pseudoClassStateChanged(NEWS, divider.news());
    }

    @Override
    protected double heightFor(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double wide = Math.ceil(words.prefWidth(-1));
        double high = Math.ceil(words.prefHeight(-1));
        words.resizeRelocate(Column.ICON, Math.round((HEIGHT - high) / 2), wide, high);
        double end = Column.LEFT + Column.width(getWidth(), true);
        double from = Column.ICON + wide + 12;
        line.resizeRelocate(from, HEIGHT / 2, Math.max(0, end - from), 1);
    }
}
