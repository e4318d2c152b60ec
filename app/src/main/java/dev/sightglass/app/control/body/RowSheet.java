package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.DisplayRow;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.SearchHits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/** The nodes of the rows in sight. Each row has its node by its number, so that rows that stay in sight are not drawn again. */
final class RowSheet extends Pane {
    private final RowStyle style;
    private final IntConsumer onFoldMark;
    private final Rectangle clip = new Rectangle();
    private final List<RowNode> nodes = new ArrayList<>();
    private boolean stale = true;
    private int widest;

    /**
     * What is drawn.
     *
     * @param caretRow the row with the caret; -1 when none is marked
     */
    record Picture(RowSource rows, TextSelection selection, SearchHits hits, int currentHit, int caretRow) {}

    /** @param onFoldMark called with the number of a row whose fold mark was pressed */
    RowSheet(RowStyle style, IntConsumer onFoldMark) {
        this.style = style;
        this.onFoldMark = onFoldMark;
        setClip(clip);
        getStyleClass().add("sheet");
    }

    /** What stands there is not true any more. */
    void redraw() {
        stale = true;
    }

    /** Characters of the widest row drawn since {@link #forgetWidest}. */
    int widest() {
        return widest;
    }

    void forgetWidest() {
        widest = 0;
    }

    /** Height of the part in sight. */
    double heightInSight() {
        return clip.getHeight();
    }

    /** Draws the rows that stand at this scroll position into this size; tells whether a row is wider than any before. */
    boolean draw(Picture picture, double x, double scrollY, double width, double height) {
        clip.setWidth(width);
        clip.setHeight(height);
        int before = widest;
        int first = (int) (scrollY / style.rowHeight());
        int rows = picture.rows().size();
        int count = Math.max(0, Math.min(rows - first, (int) Math.ceil(height / style.rowHeight()) + 1));
        if (nodes.size() < count) stale = true;
        while (nodes.size() < count) addNode();
        double y = first * style.rowHeight() - scrollY;
        for (int i = 0; i < nodes.size(); i++) {
            int index = first + i;
            RowNode node = nodes.get(index % nodes.size());
            boolean fresh = stale || node.index() != index || !node.isVisible() || !node.covers(x, width);
            node.setVisible(i < count);
            if (i >= count) continue;
            node.resizeRelocate(0, Math.round(y + i * style.rowHeight()), width, style.rowHeight());
            if (fresh) draw(picture, node, index, x, width);
            node.scrollTo(x);
        }
        stale = false;
        return widest > before;
    }

    private void draw(Picture picture, RowNode node, int index, double x, double width) {
        DisplayRow row = picture.rows().row(index);
        node.show(index, row, style.gutterWidth(picture.rows()), x, width);
        if (picture.rows().columns() == 0) widest = Math.max(widest, row.text().length());
        node.decorate(picture.selection(), picture.hits(), picture.currentHit(), index == picture.caretRow());
    }

    private void addNode() {
        RowNode node = new RowNode(style);
        nodes.add(node);
        getChildren().add(node);
        node.applyCss();
        node.foldMark().setOnMousePressed(press -> {
            onFoldMark.accept(node.index());
            press.consume();
        });
    }

    /** The position in the text at an x of a row; the row's start or end when it is not drawn. */
    int positionAt(RowSource rows, int row, double x, double y) {
        RowNode node = nodes.isEmpty() ? null : nodes.get(row % nodes.size());
        if (node != null && node.isVisible() && node.index() == row) return node.positionAt(x);
        return y < 0 ? rows.startOf(row) : rows.endOf(row);
    }
}
