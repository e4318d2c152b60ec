package dev.sightglass.app.control.flow;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Shows rows of different heights below each other; only those in sight exist as nodes. The position is kept as a row and a
 * distance into it, so that nothing in sight moves when rows above turn out higher than thought, or when rows are added or
 * folded away elsewhere. FX thread only.
 */
public final class FlowView<R extends FlowRow> extends Region {
    private static final double LINE = 20;
    /** A row that is brought into sight comes to stand this far below the upper edge. */
    private static final double LEAD = 0.25;

    private final Pane sheet = new Pane();
    private final Rectangle clip = new Rectangle();
    private final FlowBar bar = new FlowBar(LINE, this::scrollToShare);
    private final FlowNodes<R> nodes;
    private final FlowHeights heights = new FlowHeights();
    private final FlowMarks marks = new FlowMarks();
    /** Whose font tells when the text has come to another size. */
    private final Text probe = new Text();

    private List<R> rows = List.of();
    private int anchor;
    private double offset;
    private boolean follows;

    /** @param factory makes a node that can show this row and all rows of the same class */
    public FlowView(Function<R, FlowNode<R>> factory) {
        this.nodes = new FlowNodes<>(sheet, factory);
        getStyleClass().add("flow-view");
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setFocusTraversable(true);
        sheet.setClip(clip);
        getChildren().addAll(sheet, bar, probe);
        probe.setManaged(false);
        probe.setVisible(false);
        probe.fontProperty().subscribe(_ -> measureAll());
        new FlowInput(this).install(sheet);
    }

    public List<R> rows() {
        return rows;
    }

    /** Shows other rows from their beginning. */
    public void show(List<R> other) {
        replace(other);
        anchor = 0;
        offset = 0;
        follows = false;
        clearSelection();
    }

    /**
     * Shows other rows of the same text: what is in sight stays where it is as far as its rows are still there, and so does
     * the selection. A view at its end stays at the end while it {@link #setFollows follows}.
     */
    public void replace(List<R> other) {
        boolean stay = follows && atEnd();
        List<R> before = rows;
        rows = List.copyOf(other);
        Keys keys = new Keys(rows);
        int wanted = keys.near(before, anchor);
        boolean same = wanted >= 0
                && before.size() > anchor
                && rows.get(wanted).key().equals(before.get(anchor).key());
        if (!same) offset = 0;
        marks.select(keys.moved(before, marks.selection()));
        nodes.replace(before, anchor, rows, Math.max(0, wanted));
        anchor = Math.max(0, wanted);
        if (heights.width() >= 0) heights.replace(before, rows);
        if (stay) goToEnd();
        requestLayout();
    }

    /** Whether a view that is at its end goes along when rows are added there. */
    public void setFollows(boolean whether) {
        follows = whether;
    }

    // ---- Position

    public boolean atEnd() {
        if (rows.isEmpty() || nodes.shown().isEmpty()) return true;
        FlowNode<R> last = nodes.at(rows.size() - 1);
        return last != null && last.getLayoutY() + last.getHeight() <= sheet.getHeight() + 1;
    }

    public void goToEnd() {
        anchor = Math.max(0, rows.size() - 1);
        offset = 1e6;
        requestLayout();
    }

    public void goToStart() {
        goToRow(0);
    }

    /** Puts a row at the upper edge. */
    public void goToRow(int row) {
        anchor = Math.clamp(row, 0, Math.max(0, rows.size() - 1));
        offset = 0;
        requestLayout();
    }

    /** Brings a row into sight when it is not wholly there. */
    public void reveal(int row) {
        FlowNode<R> node = nodes.at(row);
        boolean inSight =
                node != null && node.getLayoutY() >= 0 && node.getLayoutY() + node.getHeight() <= sheet.getHeight();
        if (inSight) return;
        goToRow(row);
        offset = -Math.round(getHeight() * LEAD);
    }

    /** The row at the upper edge. */
    public int firstRow() {
        return anchor;
    }

    /** How far the upper edge is inside {@link #firstRow}, in pixels. */
    public double offsetInRow() {
        return offset;
    }

    /** The row with this key, or -1. */
    public int indexOf(Object key) {
        for (int i = 0; i < rows.size(); i++) if (rows.get(i).key().equals(key)) return i;
        return -1;
    }

    /** Moves the text up by so many pixels. */
    public void scrollBy(double pixels) {
        offset += pixels;
        requestLayout();
    }

    void scrollPage(int direction) {
        scrollBy(direction * Math.max(LINE, sheet.getHeight() - 2 * LINE));
    }

    void scrollLine(int direction) {
        scrollBy(direction * 2 * LINE);
    }

    private void scrollToShare(double share) {
        double wanted = share * Math.max(0, heights.total() - sheet.getHeight());
        int row = 0;
        while (row < rows.size() - 1 && wanted >= heights.of(row)) wanted -= heights.of(row++);
        anchor = row;
        offset = wanted;
        requestLayout();
    }

    // ---- Selection and hits

    FlowSelection selection() {
        return marks.selection();
    }

    void select(FlowSelection other) {
        marks.select(other);
        requestLayout();
    }

    public void selectAll() {
        if (!rows.isEmpty()) select(FlowSelection.ofRows(0, rows.size() - 1));
    }

    public void clearSelection() {
        select(FlowSelection.NONE);
    }

    /** The selected text; empty when nothing is selected. */
    public String selectedText() {
        return selection().isEmpty() ? "" : selection().text(rows);
    }

    /** Marks what a search found, by row, and the hit that is looked at. */
    public void showHits(Map<Object, List<FlowHit>> byRow, @Nullable FlowHit current) {
        marks.found(byRow, current);
        requestLayout();
    }

    /** The place in the text nearest to a point of the sheet. */
    FlowPosition positionAt(double x, double y) {
        return clipped(nodes.positionAt(x, y, anchor));
    }

    private FlowPosition clipped(FlowPosition position) {
        if (rows.isEmpty()) return new FlowPosition(0, 0);
        String text = rows.get(position.row()).text();
        return new FlowPosition(position.row(), Math.min(position.offset(), text == null ? 0 : text.length()));
    }

    // ---- Layout

    /** Another size of the text: every height is another. */
    private void measureAll() {
        if (heights.width() >= 0) heights.reset(rows, -1);
        requestLayout();
    }

    void measureAgain(FlowNode<?> node) {
        nodes.rowsOf(node, heights::forget);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(40, getWidth() - FlowBar.WIDTH);
        double height = getHeight();
        sheet.resizeRelocate(0, 0, getWidth(), height);
        clip.setWidth(getWidth());
        clip.setHeight(height);
        if (heights.width() != width) heights.reset(rows, width);
        settle(height);
        place(width, height);
        bar.show(rows.isEmpty() ? 0 : heights.before(anchor) + offset, height, heights.total());
        bar.resizeRelocate(width, 0, FlowBar.WIDTH, height);
    }

    /** Brings anchor and offset into range, with real heights for all that comes into sight. */
    private void settle(double height) {
        if (rows.isEmpty()) return;
        climb();
        while (anchor < rows.size() - 1 && offset >= measure(anchor)) offset -= measure(anchor++);
        double bottom = -offset;
        int row = anchor;
        while (row < rows.size() && bottom < height) bottom += measure(row++);
        if (bottom < height) {
            offset -= height - bottom;
            climb();
        }
        offset = Math.round(offset);
    }

    private void climb() {
        while (offset < 0 && anchor > 0) offset += measure(--anchor);
        if (offset < 0) offset = 0;
    }

    private double measure(int row) {
        if (!heights.measured(row)) {
            FlowNode<R> node = node(row);
            heights.set(row, Math.ceil(node.heightFor(heights.width())));
        }
        return heights.of(row);
    }

    private FlowNode<R> node(int row) {
        return nodes.of(row, rows.get(row));
    }

    private void place(double width, double height) {
        double y = -offset;
        int row = anchor;
        for (; row < rows.size() && y < height; row++) {
            FlowNode<R> node = node(row);
            node.resizeRelocate(0, y, width, measure(row));
            if (!node.sized()) {
                node.layout();
                node.setSized();
            }
            marks.decorate(node, row, rows.get(row).key());
            y += heights.of(row);
        }
        nodes.keep(anchor, row);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT
                || rows.isEmpty()
                || nodes.shown().isEmpty()) return super.queryAccessibleAttribute(attribute, parameters);
        int last = Math.min(rows.size() - 1, nodes.shown().lastKey());
        return FlowSelection.ofRows(Math.min(anchor, last), last).text(rows);
    }
}
