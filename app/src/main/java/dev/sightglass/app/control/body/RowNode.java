package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.DisplayRow;
import dev.sightglass.app.control.text.DisplayRow.Fold;
import dev.sightglass.app.control.text.DisplayRow.Span;
import dev.sightglass.app.control.text.SearchHits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** One drawn row: gutter, fold mark, grounds for hits and selection, and the coloured text. */
final class RowNode extends Region {
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    private static final PseudoClass CARET_ROW = PseudoClass.getPseudoClass("caret");

    private final Label gutter = new Label();
    private final Region fold = new Region();
    private final TextFlow flow = new TextFlow();
    private final Path hits = new Path();
    private final Path currentHit = new Path();
    private final Path selected = new Path();
    private final Pane lane = new Pane(hits, currentHit, selected, flow);
    private DisplayRow row = new DisplayRow("", List.of(), new int[] {0}, "", Fold.NONE, DisplayRow.Tone.PLAIN);
    private double gutterWidth;
    private double scrollX;

    RowNode() {
        getStyleClass().add("text-row");
        setManaged(false);
        gutter.getStyleClass().add("gutter");
        fold.getStyleClass().add("fold");
        hits.getStyleClass().add("hit");
        currentHit.getStyleClass().add("hit-current");
        selected.getStyleClass().add("selected-text");
        for (Path path : List.of(hits, currentHit, selected)) path.setStroke(null);
        for (Node still : List.of(gutter, lane)) still.setMouseTransparent(true);
        getChildren().addAll(lane, gutter, fold);
    }

    Region foldMark() {
        return fold;
    }

    DisplayRow row() {
        return row;
    }

    void show(DisplayRow shown, double gutterSpace) {
        row = shown;
        gutterWidth = gutterSpace;
        gutter.setText(shown.gutter());
        gutter.setVisible(gutterSpace > 0);
        fold.setVisible(shown.fold() != Fold.NONE);
        fold.pseudoClassStateChanged(CLOSED, shown.fold() == Fold.CLOSED);
        getStyleClass().setAll("text-row", "tone-" + shown.tone().name().toLowerCase(Locale.ROOT));
        List<Text> texts = new ArrayList<>(shown.spans().size());
        for (Span span : shown.spans()) texts.add(text(span));
        flow.getChildren().setAll(texts);
        requestLayout();
    }

    private Text text(Span span) {
        Text text = new Text(row.text().substring(span.start(), span.end()));
        text.getStyleClass().addAll("text", "code", "code-" + span.kind().name().toLowerCase(Locale.ROOT));
        return text;
    }

    void scrollTo(double x) {
        scrollX = x;
        lane.setLayoutX(gutterWidth - x);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        gutter.resizeRelocate(0, 0, Math.max(0, gutterWidth - 18), height);
        fold.resizeRelocate(gutterWidth - 15, (height - 10) / 2, 10, 10);
        double width = Math.max(10, Math.ceil(flow.prefWidth(-1)) + 20);
        flow.resizeRelocate(0, Math.round((height - flow.prefHeight(width)) / 2), width, height);
        lane.resizeRelocate(gutterWidth - scrollX, 0, width, height);
    }

    /** Draws the grounds; after {@link #show}, once the row has its size. */
    void decorate(TextSelection selection, SearchHits found, int current, boolean caretRow) {
        pseudoClassStateChanged(CARET_ROW, caretRow);
        layout();
        flow.layout();
        selected.getElements().setAll(shape(selection.from(), selection.to()));
        List<PathElement> marks = new ArrayList<>();
        int first = row.offsets()[0];
        int last = row.offsets()[row.offsets().length - 1];
        int hit = Math.max(0, found.firstFrom(first) - 1);
        for (; hit < found.size() && found.starts()[hit] < last; hit++)
            if (hit != current) marks.addAll(List.of(shape(found.starts()[hit], found.ends()[hit])));
        hits.getElements().setAll(marks);
        boolean drawsCurrent = current >= 0 && current < found.size();
        currentHit
                .getElements()
                .setAll(drawsCurrent ? shape(found.starts()[current], found.ends()[current]) : new PathElement[0]);
    }

    private PathElement[] shape(int from, int to) {
        int start = row.charAt(from);
        int end = row.charAt(to);
        boolean touches = from < to && from < row.offsets()[row.offsets().length - 1] && to > row.offsets()[0];
        return touches && start < end ? flow.rangeShape(start, end) : new PathElement[0];
    }

    /** The position in the text nearest to this x of the row. */
    int positionAt(double x) {
        Point2D point = new Point2D(Math.max(0, x - gutterWidth + scrollX), flow.getHeight() / 2);
        int index = flow.getChildren().isEmpty() ? 0 : flow.hitTest(point).getInsertionIndex();
        return row.offsets()[Math.clamp(index, 0, row.offsets().length - 1)];
    }
}
