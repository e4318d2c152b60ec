package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.DisplayRow;
import dev.sightglass.app.control.text.DisplayRow.Fold;
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

/**
 * One drawn row: gutter, fold mark, grounds for hits and selection, and the coloured text; of a long row only the part that
 * is in sight.
 */
final class RowNode extends Region {
    private static final PseudoClass CLOSED = PseudoClass.getPseudoClass("closed");
    private static final PseudoClass CARET_ROW = PseudoClass.getPseudoClass("caret");
    private static final int LONG = 400;
    /** Columns that are drawn beyond each edge, so that a little scrolling draws nothing new. */
    private static final int BEYOND = 40;
    /** From here on characters may be wider or narrower than those of the payload font. */
    private static final int UNEVEN = 0x300;

    private static final DisplayRow NOTHING =
            new DisplayRow("", List.of(), new int[] {0}, "", Fold.NONE, DisplayRow.Tone.PLAIN);

    private final RowStyle style;
    private final Region ground = new Region();
    private final Label gutter = new Label();
    private final Region fold = new Region();
    private final RowRuns runs;
    private final Path hits = new Path();
    private final Path currentHit = new Path();
    private final Path selected = new Path();
    private final Path changedWords = new Path();
    private final Pane lane;
    private DisplayRow row = NOTHING;
    private DisplayRow.Tone tone = DisplayRow.Tone.PLAIN;
    private int index = -1;
    private double gutterWidth;
    private double scrollX;
    private int windowFrom;
    private int windowTo;

    RowNode(RowStyle style) {
        this.style = style;
        this.runs = new RowRuns(style);
        this.lane = new Pane(changedWords, hits, currentHit, selected, runs);
        getStyleClass().add("text-row");
        setManaged(false);
        ground.getStyleClass().add("ground");
        gutter.getStyleClass().add("gutter");
        fold.getStyleClass().add("fold");
        hits.getStyleClass().add("hit");
        currentHit.getStyleClass().add("hit-current");
        selected.getStyleClass().add("selected-text");
        changedWords.getStyleClass().add("changed-words");
        for (Path path : List.of(hits, currentHit, selected, changedWords)) path.setStroke(null);
        for (Node still : List.of(ground, gutter, lane)) still.setMouseTransparent(true);
        setPickOnBounds(true);
        getChildren().addAll(ground, lane, gutter, fold);
    }

    Region foldMark() {
        return fold;
    }

    /** Number of the row that is drawn; -1 before the first one. */
    int index() {
        return index;
    }

    void show(int number, DisplayRow shown, double gutterSpace, double x, double width) {
        index = number;
        row = shown;
        gutterWidth = gutterSpace;
        scrollX = x;
        gutter.setText(shown.gutter());
        gutter.setVisible(gutterSpace > 0);
        fold.setVisible(shown.fold() != Fold.NONE);
        fold.pseudoClassStateChanged(CLOSED, shown.fold() == Fold.CLOSED);
        showTone(shown.tone());
        chooseWindow(width);
        if (runs.fill(row, windowFrom, windowTo)) runs.applyCss();
        requestLayout();
    }

    /** Only what has a ground of its own is styled anew. */
    private void showTone(DisplayRow.Tone other) {
        if (other == tone) return;
        tone = other;
        String name = "tone-" + other.name().toLowerCase(Locale.ROOT);
        ground.getStyleClass().setAll("ground", name);
        changedWords.getStyleClass().setAll("changed-words", name);
        ground.applyCss();
        changedWords.applyCss();
    }

    private void chooseWindow(double width) {
        int length = row.text().length();
        boolean whole = length <= LONG || row.text().chars().anyMatch(c -> c >= UNEVEN);
        windowFrom = whole ? 0 : Math.clamp((int) (scrollX / style.charWidth()) - BEYOND, 0, length);
        windowTo = whole ? length : Math.min(length, (int) ((scrollX + width) / style.charWidth()) + BEYOND);
    }

    /** Whether what is in sight of the row is drawn. */
    boolean covers(double x, double width) {
        int length = row.text().length();
        boolean left = windowFrom == 0 || windowFrom <= x / style.charWidth();
        boolean right = windowTo == length || windowTo >= Math.min(length, (x + width) / style.charWidth());
        return left && right;
    }

    void scrollTo(double x) {
        scrollX = x;
        lane.setLayoutX(laneX());
        fold.setLayoutX(foldX());
    }

    private double laneX() {
        return gutterWidth - scrollX + windowFrom * style.charWidth();
    }

    private double foldX() {
        if (row.indent() == 0) return gutterWidth - 15;
        return Math.round(gutterWidth - scrollX + (row.indent() - 2) * style.charWidth() + 1);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        ground.resizeRelocate(0, 0, getWidth(), height);
        gutter.resizeRelocate(0, 0, Math.max(0, gutterWidth - 2), height);
        fold.resizeRelocate(foldX(), (height - 10) / 2, 10, 10);
        double width = runs.roomFor(windowTo - windowFrom, style.charWidth());
        runs.resizeRelocate(0, Math.round((height - runs.prefHeight(width)) / 2), width, height);
        lane.resizeRelocate(laneX(), 0, width, height);
    }

    /** Draws the grounds; after {@link #show}, once the row has its size. */
    void decorate(TextSelection selection, SearchHits found, int current, boolean caretRow) {
        ground.pseudoClassStateChanged(CARET_ROW, caretRow);
        layout();
        runs.layout();
        draw(selected, List.of(shape(selection.from(), selection.to())));
        List<PathElement> changed = new ArrayList<>();
        for (int i = 0; i + 1 < row.marked().length; i += 2)
            changed.addAll(List.of(characters(row.marked()[i], row.marked()[i + 1])));
        draw(changedWords, changed);
        List<PathElement> marks = new ArrayList<>();
        int first = row.offsets()[0];
        int last = row.offsets()[row.offsets().length - 1];
        int hit = Math.max(0, found.firstFrom(first) - 1);
        for (; hit < found.size() && found.starts()[hit] < last; hit++)
            if (hit != current) marks.addAll(List.of(shape(found.starts()[hit], found.ends()[hit])));
        draw(hits, marks);
        boolean drawsCurrent = current >= 0 && current < found.size();
        draw(currentHit, drawsCurrent ? List.of(shape(found.starts()[current], found.ends()[current])) : List.of());
    }

    private static void draw(Path path, List<PathElement> elements) {
        if (!elements.isEmpty() || !path.getElements().isEmpty())
            path.getElements().setAll(elements);
    }

    private PathElement[] shape(int from, int to) {
        boolean touches = from < to && from < row.offsets()[row.offsets().length - 1] && to > row.offsets()[0];
        if (!touches) return new PathElement[0];
        return characters(row.charAt(from), row.charAt(to));
    }

    private PathElement[] characters(int from, int to) {
        return runs.shape(Math.max(from, windowFrom) - windowFrom, Math.min(to, windowTo) - windowFrom);
    }

    /** The position in the text nearest to this x of the row. */
    int positionAt(double x) {
        Point2D point = new Point2D(Math.max(0, x - laneX()), runs.getHeight() / 2);
        int at = runs.isEmpty() ? 0 : runs.getHitInfo(point).getInsertionIndex();
        return row.offsets()[Math.clamp(windowFrom + at, 0, row.offsets().length - 1)];
    }
}
