package dev.sightglass.app.control.body;

import dev.sightglass.app.control.text.DisplayRow.Fold;
import dev.sightglass.app.control.text.RowSource;
import dev.sightglass.app.control.text.TreeRows;
import dev.sightglass.app.control.text.ValueAt;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

/** Mouse and keyboard of a {@link TextView}. */
final class TextViewInput {
    private final TextView view;

    TextViewInput(TextView view) {
        this.view = view;
    }

    void install(Pane sheet) {
        sheet.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        sheet.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void scrolled(ScrollEvent event) {
        boolean sideways = event.isShiftDown() && event.getDeltaX() == 0;
        view.scrollBy(sideways ? -event.getDeltaY() : -event.getDeltaX(), sideways ? 0 : -event.getDeltaY());
        event.consume();
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        int position = view.positionAt(event.getX(), event.getY());
        boolean keepsSelection = event.getButton() != MouseButton.PRIMARY
                && position >= view.selection().from()
                && position <= view.selection().to();
        if (keepsSelection) return;
        switch (event.getClickCount()) {
            case 2 -> view.select(word(position));
            case 3 -> view.select(line(position));
            default -> view.select(view.selection().moveTo(position, event.isShiftDown()));
        }
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) return;
        double over =
                event.getY() < 0 ? event.getY() : Math.max(0, event.getY() - view.visibleRows() * view.rowHeight());
        if (over != 0) view.scrollBy(0, over);
        view.select(view.selection().moveTo(view.positionAt(event.getX(), event.getY()), true));
    }

    private TextSelection word(int position) {
        RowSource rows = view.rows();
        if (rows.size() == 0) return TextSelection.START;
        int row = rows.rowOf(position);
        int start = rows.startOf(row);
        String text = rows.row(row).text();
        int[] offsets = rows.row(row).offsets();
        int at = rows.row(row).charAt(position);
        int from = at;
        int to = at;
        while (from > 0 && isWord(text.charAt(from - 1))) from--;
        while (to < text.length() && isWord(text.charAt(to))) to++;
        return new TextSelection(Math.max(start, offsets[from]), offsets[to]);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private TextSelection line(int position) {
        RowSource rows = view.rows();
        if (rows.size() == 0) return TextSelection.START;
        int row = rows.rowOf(position);
        return new TextSelection(rows.startOf(row), rows.endOf(row));
    }

    private void key(KeyEvent event) {
        if (view.rows().size() == 0) return;
        boolean extend = event.isShiftDown();
        boolean handled = true;
        switch (event.getCode()) {
            case C, INSERT -> handled = event.isShortcutDown() && copy();
            case A -> handled = event.isShortcutDown() && selectAll();
            case UP -> moveRows(-1, extend);
            case DOWN -> moveRows(1, extend);
            case PAGE_UP -> moveRows(1 - view.visibleRows(), extend);
            case PAGE_DOWN -> moveRows(view.visibleRows() - 1, extend);
            case LEFT -> left(extend);
            case RIGHT -> right(extend);
            case ENTER -> handled = isTree() && toggle();
            case MULTIPLY, ASTERISK -> handled = unfoldBelow();
            case HOME -> moveTo(event.isShortcutDown() ? 0 : view.rows().startOf(row()), extend);
            case END -> moveTo(event.isShortcutDown() ? end() : view.rows().endOf(row()), extend);
            case SPACE -> toggle();
            default -> handled = false;
        }
        if (handled) event.consume();
    }

    private boolean isTree() {
        return view.rows() instanceof TreeRows;
    }

    private boolean toggle() {
        view.toggleFold(row());
        return true;
    }

    private boolean unfoldBelow() {
        if (!isTree()) return false;
        int position = view.caret();
        view.fold(rows -> rows instanceof TreeRows tree ? tree.unfoldBelow(tree.rowOf(position)) : rows);
        return true;
    }

    /** In a tree: closes an open value, else goes to the one around it. */
    private void left(boolean extend) {
        if (!(view.rows() instanceof TreeRows tree) || extend) moveTo(beside(-1), extend);
        else if (tree.row(row()).fold() == Fold.OPEN) toggle();
        else if (tree.parentRow(row()) >= 0) moveTo(tree.startOf(tree.parentRow(row())), false);
    }

    /** In a tree: opens a closed value, else goes on to the next row. */
    private void right(boolean extend) {
        if (!(view.rows() instanceof TreeRows tree) || extend) moveTo(beside(1), extend);
        else if (tree.row(row()).fold() == Fold.CLOSED) toggle();
        else moveRows(1, false);
    }

    private int row() {
        return view.rows().rowOf(view.caret());
    }

    private int end() {
        return view.rows().endOf(view.rows().size() - 1);
    }

    private void moveRows(int count, boolean extend) {
        RowSource rows = view.rows();
        int row = row();
        int column = isTree() ? 0 : view.caret() - rows.startOf(row);
        int target = Math.clamp(row + count, 0, rows.size() - 1);
        moveTo(Math.min(rows.startOf(target) + column, rows.endOf(target)), extend);
    }

    /** The position of the next character to the left or right, in the neighbouring row at a row's edge. */
    private int beside(int step) {
        RowSource rows = view.rows();
        int row = row();
        int[] offsets = rows.row(row).offsets();
        int position = view.caret();
        int at = rows.row(row).charAt(position) + step;
        while (at > 0 && at < offsets.length - 1 && offsets[at] == position) at += step;
        if (at < 0) return row == 0 ? 0 : rows.endOf(row - 1);
        if (at >= offsets.length) return row + 1 < rows.size() ? rows.startOf(row + 1) : position;
        return offsets[at];
    }

    private void moveTo(int position, boolean extend) {
        int clamped = Math.clamp(position, 0, end());
        view.select(view.selection().moveTo(clamped, extend));
        view.scrollTo(clamped);
    }

    private boolean selectAll() {
        view.select(new TextSelection(0, end()));
        return true;
    }

    private boolean copy() {
        String text = view.selectedText();
        if (text.isEmpty() && view.rows() instanceof TreeRows tree) {
            ValueAt value = tree.valueAt(view.caret());
            text = value == null ? "" : value.plain();
        }
        if (text.isEmpty()) return false;
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        return true;
    }
}
