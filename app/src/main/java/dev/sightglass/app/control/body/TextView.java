package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.DisplayRow;
import dev.sightglass.app.control.text.DocumentRows;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.SearchHits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Shows rows of text of which only those in sight exist as nodes, so that size costs nothing: 50 MB scroll like 5 kB. Text can
 * be selected with mouse and keyboard and copied as it is. FX thread only.
 */
public final class TextView extends Region {
    private static final double CELL = 12;
    private static final String SAMPLE = "0".repeat(100);

    private final Pane sheet = new Pane();
    private final Rectangle clip = new Rectangle();
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final Text sample = new Text(SAMPLE);
    private final List<RowNode> nodes = new ArrayList<>();
    private final TextViewInput input = new TextViewInput(this);
    private RowSource rows;
    private TextSelection selection = TextSelection.START;
    private SearchHits hits = SearchHits.NONE;
    private int currentHit = -1;
    private int firstDrawn = -1;
    private boolean stale = true;
    private IntConsumer onCaret = _ -> {};
    private @Nullable Integer wanted;

    public TextView(RowSource rows) {
        this.rows = rows;
        getStyleClass().addAll("text-view", "mono");
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        setFocusTraversable(true);
        sheet.setClip(clip);
        sheet.getStyleClass().add("sheet");
        sample.getStyleClass().addAll("text", "code");
        sample.setVisible(false);
        vertical.setOrientation(Orientation.VERTICAL);
        horizontal.setOrientation(Orientation.HORIZONTAL);
        vertical.valueProperty().subscribe(_ -> requestLayout());
        horizontal.valueProperty().subscribe(_ -> requestLayout());
        focusedProperty().subscribe(_ -> redraw());
        getChildren().addAll(sheet, vertical, horizontal, sample);
        input.install(sheet);
    }

    /** Shows other rows from their beginning. */
    public void show(RowSource other) {
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
        if (rows instanceof DocumentRows document) replace(document.toggle(row));
    }

    /** Brings a position into sight, away from the edges when it was out of sight. */
    public void reveal(int offset) {
        if (rows instanceof DocumentRows document) {
            DocumentRows open = document.reveal(offset);
            if (open != document) replace(open);
        }
        int row = rows.rowOf(offset);
        int visible = visibleRows();
        int first = wanted == null ? firstRow() : wanted;
        if (row < first || row > first + visible - 2) wanted = Math.max(0, row - visible / 3);
        redraw();
    }

    int firstRow() {
        return (int) (vertical.getValue() / rowHeight());
    }

    int visibleRows() {
        return Math.max(1, (int) (clip.getHeight() / rowHeight()));
    }

    void scrollBy(double x, double y) {
        vertical.setValue(Math.clamp(vertical.getValue() + y, 0, vertical.getMax()));
        horizontal.setValue(Math.clamp(horizontal.getValue() + x, 0, horizontal.getMax()));
    }

    /** The position in the text at a point of the sheet; points outside count as the nearest row. */
    int positionAt(double x, double y) {
        if (rows.size() == 0) return 0;
        int row = Math.clamp((int) Math.floor((y + vertical.getValue()) / rowHeight()), 0, rows.size() - 1);
        int index = row - firstDrawn;
        if (index >= 0 && index < nodes.size() && nodes.get(index).isVisible())
            return nodes.get(index).positionAt(x);
        return y < 0 ? rows.startOf(row) : rows.endOf(row);
    }

    /** Columns that fit beside each other, for wrapping. */
    public int columnsInSight() {
        return (int) Math.max(20, (getWidth() - CELL - gutterWidth() - 16) / charWidth());
    }

    /** Rows keep one height, also those with characters from taller fonts. */
    double rowHeight() {
        return Math.max(12, Math.ceil(sample.getLayoutBounds().getHeight()) + 2);
    }

    private double charWidth() {
        return Math.max(1, sample.getLayoutBounds().getWidth() / SAMPLE.length());
    }

    private double gutterWidth() {
        return rows.gutterDigits() == 0 ? 12 : Math.max(3, rows.gutterDigits()) * charWidth() + 30;
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        sample.applyCss();
        double content = gutterWidth() + rows.columns() * charWidth() + 16;
        boolean wide = content > width - CELL;
        double sheetHeight = wide ? height - CELL : height;
        limit(vertical, Math.max(0, rows.size() * rowHeight() + 8 - sheetHeight), sheetHeight);
        limit(horizontal, wide ? content - (width - CELL) : 0, width - CELL);
        vertical.setVisible(vertical.getMax() > 0);
        horizontal.setVisible(wide);
        vertical.resizeRelocate(width - CELL, 0, CELL, sheetHeight);
        horizontal.resizeRelocate(0, height - CELL, width - CELL, CELL);
        sheet.resizeRelocate(0, 0, width, sheetHeight);
        clip.setWidth(width);
        clip.setHeight(sheetHeight);
        goWhereWanted();
        drawRows(width, sheetHeight);
    }

    private void goWhereWanted() {
        if (wanted == null || clip.getHeight() <= 0) return;
        vertical.setValue(Math.clamp(wanted * rowHeight(), 0, vertical.getMax()));
        wanted = null;
    }

    private void limit(ScrollBar bar, double max, double page) {
        bar.setMax(max);
        if (bar.getValue() > max) bar.setValue(max);
        bar.setVisibleAmount(max <= 0 ? 0 : max * page / (max + page));
        bar.setBlockIncrement(page);
        bar.setUnitIncrement(rowHeight());
    }

    private void drawRows(double width, double height) {
        int first = firstRow();
        int count = Math.min(rows.size() - first, (int) Math.ceil(height / rowHeight()) + 1);
        boolean moved = first != firstDrawn;
        while (nodes.size() < count) addNode();
        int caretRow = rows.size() == 0 ? -1 : rows.rowOf(selection.caret());
        double y = -(vertical.getValue() - first * rowHeight());
        for (int i = 0; i < nodes.size(); i++) {
            RowNode node = nodes.get(i);
            boolean used = i < count;
            boolean fresh = used && (stale || moved || !node.isVisible());
            node.setVisible(used);
            if (!used) continue;
            node.resizeRelocate(0, Math.round(y + i * rowHeight()), width, rowHeight());
            if (fresh) draw(node, first + i, caretRow);
            node.scrollTo(horizontal.getValue());
        }
        firstDrawn = first;
        stale = false;
    }

    private void addNode() {
        RowNode node = new RowNode();
        nodes.add(node);
        sheet.getChildren().add(node);
        node.foldMark().setOnMousePressed(press -> {
            toggleFold(firstDrawn + nodes.indexOf(node));
            press.consume();
        });
    }

    private void draw(RowNode node, int index, int caretRow) {
        DisplayRow row = rows.row(index);
        node.show(row, gutterWidth());
        node.applyCss();
        node.decorate(selection, hits, currentHit, index == caretRow && isFocused());
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute != AccessibleAttribute.TEXT || rows.size() == 0)
            return super.queryAccessibleAttribute(attribute, parameters);
        int last = Math.min(rows.size() - 1, firstRow() + visibleRows());
        return rows.copy(rows.startOf(Math.min(last, firstRow())), rows.endOf(last));
    }
}
