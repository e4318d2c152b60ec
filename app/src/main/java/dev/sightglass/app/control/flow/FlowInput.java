package dev.sightglass.app.control.flow;

import static dev.sightglass.app.format.Messages.text;

import java.text.BreakIterator;
import java.util.Locale;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;

/** Mouse and keyboard of a {@link FlowView}. */
final class FlowInput {
    private static final double EDGE = 12;

    private final FlowView<?> view;
    private final ContextMenu menu = new ContextMenu();

    FlowInput(FlowView<?> view) {
        this.view = view;
        MenuItem copy = new MenuItem(text("flow.copy"));
        copy.setOnAction(_ -> copy());
        MenuItem all = new MenuItem(text("flow.selectAll"));
        all.setOnAction(_ -> view.selectAll());
        menu.getItems().addAll(copy, all);
        menu.setOnShowing(_ -> copy.setDisable(view.selectedText().isEmpty()));
    }

    void install(Pane sheet) {
        sheet.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        sheet.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        sheet.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            menu.show(sheet, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        view.addEventHandler(ScrollEvent.SCROLL, event -> {
            view.scrollBy(-event.getDeltaY());
            event.consume();
        });
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void pressed(MouseEvent event) {
        menu.hide();
        view.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) return;
        FlowPosition at = view.positionAt(event.getX(), event.getY());
        if (event.getClickCount() == 2) word(at);
        else if (event.getClickCount() == 3) row(at);
        else
            view.select(new FlowSelection(event.isShiftDown() ? view.selection().anchor() : at, at));
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) return;
        if (event.getY() < EDGE) view.scrollLine(-1);
        if (event.getY() > view.getHeight() - EDGE) view.scrollLine(1);
        FlowPosition at = view.positionAt(event.getX(), event.getY());
        view.select(new FlowSelection(view.selection().anchor(), at));
        event.consume();
    }

    private void word(FlowPosition at) {
        String text = view.rows().get(at.row()).text();
        if (text == null || text.isEmpty()) return;
        BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        int end = words.following(Math.min(at.offset(), text.length() - 1));
        int start = words.previous();
        view.select(new FlowSelection(new FlowPosition(at.row(), start), new FlowPosition(at.row(), end)));
    }

    private void row(FlowPosition at) {
        String text = view.rows().get(at.row()).text();
        int end = text == null ? 0 : text.length();
        view.select(new FlowSelection(new FlowPosition(at.row(), 0), new FlowPosition(at.row(), end)));
    }

    private void key(KeyEvent event) {
        if (event.isAltDown()) return;
        if (event.isShortcutDown()) {
            if (event.getCode() == KeyCode.C || event.getCode() == KeyCode.INSERT) copy();
            else if (event.getCode() == KeyCode.A) view.selectAll();
            else return;
            event.consume();
            return;
        }
        if (scrolled(event)) event.consume();
    }

    private boolean scrolled(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> view.scrollLine(-1);
            case DOWN -> view.scrollLine(1);
            case PAGE_UP -> view.scrollPage(-1);
            case PAGE_DOWN -> view.scrollPage(1);
            case SPACE -> view.scrollPage(event.isShiftDown() ? -1 : 1);
            case HOME -> view.goToStart();
            case END -> view.goToEnd();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void copy() {
        String selected = view.selectedText();
        if (selected.isEmpty()) return;
        ClipboardContent content = new ClipboardContent();
        content.putString(selected);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
