package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.DisplayRow;
import dev.sightglass.app.control.text.DisplayRow.Fold;
import dev.sightglass.app.control.text.DisplayRow.Kind;
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

/**
 * One drawn row: gutter, fold mark, grounds for hits and selection, and the coloured text; of a long row only the part that
 * is in sight.
 */
final class RowNode extends Region {
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    private static final PseudoClass CARET_ROW = PseudoClass.getPseudoClass("caret");
    private static final int LONG = 400;
    /** Columns that are drawn beyond each edge, so that a little scrolling draws nothing new. */
    private static final int BEYOND = 100;
    /** From here on characters may be wider or narrower than those of the payload font. */
    private static final int UNEVEN = 0x300;

    private static final DisplayRow NOTHING =
            new DisplayRow("", List.of(), new int[] {0}, "", Fold.NONE, DisplayRow.Tone.PLAIN);

    private final Label gutter = new Label();
    private final Region fold = new Region();
    private final TextFlow flow = new TextFlow();
    private final Path hits = new Path();
    private final Path currentHit = new Path();
    private final Path selected = new Path();
    private final Path changedWords = new Path();
    private final Pane lane = new Pane(changedWords, hits, currentHit, selected, flow);
    private final List<Kind> kinds = new ArrayList<>();
    private DisplayRow row = NOTHING;
    private int index = -1;
    private double gutterWidth;
    private double charWidth = 1;
    private double scrollX;
    private int windowFrom;
    private int windowTo;

    RowNode() {
        getStyleClass().add("text-row");
        setManaged(false);
        gutter.getStyleClass().add("gutter");
        fold.getStyleClass().add("fold");
        hits.getStyleClass().add("hit");
        currentHit.getStyleClass().add("hit-current");
        selected.getStyleClass().add("selected-text");
        changedWords.getStyleClass().add("changed-words");
        for (Path path : List.of(hits, currentHit, selected, changedWords)) path.setStroke(null);
        for (Node still : List.of(gutter, lane)) still.setMouseTransparent(true);
        getChildren().addAll(lane, gutter, fold);
    }

    Region foldMark() {
        return fold;
    }

    DisplayRow row() {
        return row;
    }

    /** Number of the row that is drawn; -1 before the first one. */
    int index() {
        return index;
    }

    void show(int number, DisplayRow shown, double gutterSpace, double columnWidth, double x, double width) {
        index = number;
        row = shown;
        gutterWidth = gutterSpace;
        charWidth = columnWidth;
        scrollX = x;
        gutter.setText(shown.gutter());
        gutter.setVisible(gutterSpace > 0);
        fold.setVisible(shown.fold() != Fold.NONE);
        fold.pseudoClassStateChanged(CLOSED, shown.fold() == Fold.CLOSED);
        String tone = "tone-" + shown.tone().name().toLowerCase(Locale.ROOT);
        if (!getStyleClass().contains(tone)) getStyleClass().setAll("text-row", tone);
        chooseWindow(width);
        fill();
        requestLayout();
    }

    private void chooseWindow(double width) {
        int length = row.text().length();
        boolean whole = length <= LONG || row.text().chars().anyMatch(c -> c >= UNEVEN);
        windowFrom = whole ? 0 : Math.clamp((int) (scrollX / charWidth) - BEYOND, 0, length);
        windowTo = whole ? length : Math.min(length, (int) ((scrollX + width) / charWidth) + BEYOND);
    }

    /** Whether what is in sight of the row is drawn. */
    boolean covers(double x, double width) {
        int length = row.text().length();
        boolean left = windowFrom == 0 || windowFrom <= x / charWidth;
        boolean right = windowTo == length || windowTo >= Math.min(length, (x + width) / charWidth);
        return left && right;
    }

    /** Uses the text nodes of the row drawn here before: making new ones costs most of drawing. */
    private void fill() {
        int used = 0;
        for (Span span : row.spans()) {
            int from = Math.max(span.start(), windowFrom);
            int to = Math.min(span.end(), windowTo);
            if (from < to) text(used++, row.text().substring(from, to), span.kind());
        }
        if (used < flow.getChildren().size())
            flow.getChildren().remove(used, flow.getChildren().size());
        while (kinds.size() > used) kinds.removeLast();
    }

    private void text(int at, String words, Kind kind) {
        if (at == kinds.size()) {
            kinds.add(kind);
            flow.getChildren().add(styled(new Text(words), kind));
            return;
        }
        Text text = (Text) flow.getChildren().get(at);
        text.setText(words);
        if (kinds.set(at, kind) != kind) styled(text, kind);
    }

    private static Text styled(Text text, Kind kind) {
        text.getStyleClass().setAll("text", "code", "code-" + kind.name().toLowerCase(Locale.ROOT));
        return text;
    }

    void scrollTo(double x) {
        scrollX = x;
        lane.setLayoutX(laneX());
        fold.setLayoutX(foldX());
    }

    private double laneX() {
        return gutterWidth - scrollX + windowFrom * charWidth;
    }

    private double foldX() {
        if (row.indent() == 0) return gutterWidth - 15;
        return Math.round(gutterWidth - scrollX + (row.indent() - 2) * charWidth + 1);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        gutter.resizeRelocate(0, 0, Math.max(0, gutterWidth - 18), height);
        fold.resizeRelocate(foldX(), (height - 10) / 2, 10, 10);
        double width = Math.max(10, Math.ceil(flow.prefWidth(-1)) + 20);
        flow.resizeRelocate(0, Math.round((height - flow.prefHeight(width)) / 2), width, height);
        lane.resizeRelocate(laneX(), 0, width, height);
    }

    /** Draws the grounds; after {@link #show}, once the row has its size. */
    void decorate(TextSelection selection, SearchHits found, int current, boolean caretRow) {
        pseudoClassStateChanged(CARET_ROW, caretRow);
        layout();
        flow.layout();
        selected.getElements().setAll(shape(selection.from(), selection.to()));
        List<PathElement> changed = new ArrayList<>();
        for (int i = 0; i + 1 < row.marked().length; i += 2)
            changed.addAll(List.of(characters(row.marked()[i], row.marked()[i + 1])));
        changedWords.getElements().setAll(changed);
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
        boolean touches = from < to && from < row.offsets()[row.offsets().length - 1] && to > row.offsets()[0];
        if (!touches) return new PathElement[0];
        return characters(row.charAt(from), row.charAt(to));
    }

    private PathElement[] characters(int from, int to) {
        int start = Math.max(from, windowFrom);
        int end = Math.min(to, windowTo);
        return start < end ? flow.rangeShape(start - windowFrom, end - windowFrom) : new PathElement[0];
    }

    /** The position in the text nearest to this x of the row. */
    int positionAt(double x) {
        Point2D point = new Point2D(Math.max(0, x - laneX()), flow.getHeight() / 2);
        int at = flow.getChildren().isEmpty() ? 0 : flow.hitTest(point).getInsertionIndex();
        return row.offsets()[Math.clamp(windowFrom + at, 0, row.offsets().length - 1)];
    }
}
