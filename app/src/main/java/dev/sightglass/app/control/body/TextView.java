package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.FoldingRows;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.SearchHits;
import dev.sightglass.app.feed.BackgroundTasks;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Shows rows of text of which only those in sight exist as nodes, so that size costs nothing: 50 MB scroll like 5 kB. Text can
 * be selected with mouse and keyboard and copied as it is. FX thread only.
 */
public final class TextView extends Region {
    private static final double CELL = 12;

    private final RowStyle style = new RowStyle(this::redraw);
    private final RowSheet sheet = new RowSheet(style, this::toggleFold);
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final TextViewInput input = new TextViewInput(this);
    private RowSource rows;
    private TextSelection selection = TextSelection.START;
    private SearchHits hits = SearchHits.NONE;
    private int currentHit = -1;
    private final BackgroundTasks tasks;
    private IntConsumer onCaret = _ -> {};
    private Consumer<RowSource> onFold = _ -> {};
    private final FoldChanges changes;
    private @Nullable Integer wanted;
    private double wantedDown;

    /** @param tasks where folding is worked out, which may take a while in large texts */
    public TextView(RowSource rows, BackgroundTasks tasks) {
        this.rows = rows;
        this.tasks = tasks;
        this.changes = new FoldChanges(this, tasks);
        getStyleClass().addAll("text-view", "mono");
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setFocusTraversable(true);
        vertical.setOrientation(Orientation.VERTICAL);
        horizontal.setOrientation(Orientation.HORIZONTAL);
        vertical.valueProperty().subscribe(_ -> requestLayout());
        horizontal.valueProperty().subscribe(_ -> requestLayout());
        focusedProperty().subscribe(_ -> redraw());
        getChildren().addAll(sheet, vertical, horizontal, style);
        input.install(sheet);
    }

    /** Shows other rows from their beginning. */
    public void show(RowSource other) {
        changes.clear();
        sheet.forgetWidest();
        selection = TextSelection.START;
        vertical.setValue(0);
        horizontal.setValue(0);
        hits = SearchHits.NONE;
        currentHit = -1;
        replace(other);
    }

    /** Shows other rows of the same text: scroll position and selection stay where they are. */
    public void replace(RowSource other) {
        boolean atTop = vertical.getValue() == 0;
        int top = rows.size() == 0 ? 0 : rows.startOf(Math.min(rows.size() - 1, firstRow()));
        rows = other;
        if (!atTop && other.size() > 0) wanted = other.rowOf(top);
        redraw();
    }

    /** How far the rows are scrolled down, in pixels; to be bound to that of a view beside this one. */
    public DoubleProperty scrollProperty() {
        return vertical.valueProperty();
    }

    /** Called when rows were folded or unfolded. */
    public void setOnFold(Consumer<RowSource> listener) {
        onFold = listener;
    }

    void folded(RowSource changed) {
        replace(changed);
        onFold.accept(changed);
    }

    /** Shows other rows with this selection, and the row of a position as far down as wanted. */
    void show(RowSource other, TextSelection selected, int spot, double down) {
        show(other);
        select(selected);
        if (other.size() > 0) wanted = other.rowOf(spot);
        wantedDown = down;
    }

    /** How far below the upper edge the row of a position is; negative or beyond the height when it is out of sight. */
    double down(int offset) {
        return rows.size() == 0 ? 0 : rows.rowOf(offset) * rowHeight() - vertical.getValue();
    }

    /** Whether a position's row is in sight. */
    boolean isInSight(int offset) {
        double down = down(offset);
        return down >= 0 && down + rowHeight() <= sheet.heightInSight();
    }

    public RowSource rows() {
        return rows;
    }

    /** Called with the position of the caret whenever it moves. */
    public void setOnCaret(IntConsumer listener) {
        onCaret = listener;
    }

    public void showHits(SearchHits found, int current) {
        hits = found;
        currentHit = current;
        redraw();
    }

    public int caret() {
        return selection.caret();
    }

    TextSelection selection() {
        return selection;
    }

    /** Selects from one position to another and brings it into sight. */
    public void select(int from, int to) {
        select(new TextSelection(from, to));
        reveal(from);
    }

    void select(TextSelection other) {
        selection = other;
        onCaret.accept(other.caret());
        redraw();
    }

    /** The selected text; empty when nothing is selected. */
    public String selectedText() {
        return selection.isEmpty() ? "" : rows.copy(selection.from(), selection.to());
    }

    /** Opens or closes the fold at a row, where there is one. */
    void toggleFold(int row) {
        int position = rows.startOf(row);
        changes.add(folding -> folding.toggle(folding.rowOf(position)), () -> {});
    }

    /** Folds or unfolds, in the background; positions, selection and scrolling stay. */
    public void fold(UnaryOperator<FoldingRows> change) {
        changes.add(change, () -> {});
    }

    /** Brings a position into sight, away from the edges when it was out of sight. */
    public void reveal(int offset) {
        boolean hidden = rows instanceof FoldingRows folding && !folding.shows(offset);
        if (hidden) changes.add(folding -> folding.reveal(offset), () -> scrollTo(offset));
        else scrollTo(offset);
    }

    /** Brings the row of a position into sight, folds left as they are. */
    void scrollTo(int offset) {
        if (rows.size() == 0) return;
        int row = rows.rowOf(offset);
        int visible = visibleRows();
        int first = wanted == null ? (int) Math.ceil(vertical.getValue() / rowHeight()) : wanted;
        boolean oneBeyond = row == first - 1 || row == first + visible - 1 || row == first + visible;
        if (row < first || row > first + visible - 2) {
            int stepped = row < first ? row : row - visible + 2;
            wanted = Math.max(0, oneBeyond ? stepped : row - visible / 3);
            wantedDown = 0;
        }
        scrollSideways(row, offset);
        redraw();
    }

    /** Brings the column of a position into sight. */
    private void scrollSideways(int row, int offset) {
        if (horizontal.getMax() <= 0) return;
        double x = rows.row(row).charAt(offset) * charWidth();
        double room = getWidth() - CELL - gutterWidth();
        double from = horizontal.getValue();
        if (x < from || x > from + room - 8 * charWidth())
            horizontal.setValue(Math.clamp(x - room / 3, 0, horizontal.getMax()));
    }

    int firstRow() {
        return (int) (vertical.getValue() / rowHeight());
    }

    int visibleRows() {
        return Math.max(1, (int) (sheet.heightInSight() / rowHeight()));
    }

    void scrollBy(double x, double y) {
        vertical.setValue(Math.clamp(vertical.getValue() + y, 0, vertical.getMax()));
        horizontal.setValue(Math.clamp(horizontal.getValue() + x, 0, horizontal.getMax()));
    }

    /** The position in the text at a point of the sheet; points outside count as the nearest row. */
    int positionAt(double x, double y) {
        if (rows.size() == 0) return 0;
        int row = Math.clamp((int) Math.floor((y + vertical.getValue()) / rowHeight()), 0, rows.size() - 1);
        return sheet.positionAt(rows, row, x, y);
    }

    /** Columns that fit beside each other, for wrapping. */
    public int columnsInSight() {
        return (int) Math.max(20, (getWidth() - CELL - gutterWidth() - 16) / charWidth());
    }

    double rowHeight() {
        return style.rowHeight();
    }

    private double charWidth() {
        return style.charWidth();
    }

    private double gutterWidth() {
        return style.gutterWidth(rows);
    }

    private void redraw() {
        sheet.redraw();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        style.applyCss();
        double content = gutterWidth() + Math.max(rows.columns(), sheet.widest()) * charWidth() + 16;
        boolean wide = content > width - CELL;
        double sheetHeight = wide ? height - CELL : height;
        limit(vertical, Math.max(0, rows.size() * rowHeight() + 8 - sheetHeight), sheetHeight);
        limit(horizontal, wide ? content - (width - CELL) : 0, width - CELL);
        vertical.setVisible(vertical.getMax() > 0);
        horizontal.setVisible(wide);
        vertical.resizeRelocate(width - CELL, 0, CELL, sheetHeight);
        horizontal.resizeRelocate(0, height - CELL, width - CELL, CELL);
        sheet.resizeRelocate(0, 0, width, sheetHeight);
        goWhereWanted(sheetHeight);
        drawRows(width, sheetHeight);
    }

    private void goWhereWanted(double height) {
        if (wanted == null || height <= 0) return;
        vertical.setValue(Math.clamp(wanted * rowHeight() - wantedDown, 0, vertical.getMax()));
        wanted = null;
        wantedDown = 0;
    }

    private void limit(ScrollBar bar, double max, double page) {
        bar.setMax(max);
        if (bar.getValue() > max) bar.setValue(max);
        bar.setVisibleAmount(max <= 0 ? 0 : max * page / (max + page));
        bar.setBlockIncrement(page);
        bar.setUnitIncrement(rowHeight());
    }

    private void drawRows(double width, double height) {
        int caretRow = rows.size() == 0 || !isFocused() ? -1 : rows.rowOf(selection.caret());
        RowSheet.Picture picture = new RowSheet.Picture(rows, selection, hits, currentHit, caretRow);
        boolean wider = sheet.draw(picture, horizontal.getValue(), vertical.getValue(), width, height);
        // The horizontal scroll bar has to know, but a layout cannot ask for another one at once.
        if (wider) tasks.onFxThread(this::requestLayout);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT || rows.size() == 0)
            return super.queryAccessibleAttribute(attribute, parameters);
        int last = Math.min(rows.size() - 1, firstRow() + visibleRows());
        return rows.copy(rows.startOf(Math.min(last, firstRow())), rows.endOf(last));
    }
}
