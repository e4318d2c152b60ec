package dev.sightglass.app.exchanges;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What keys do in the table. Those that it does not take move the selection as in any table, or are the window's. */
final class RowKeys {
    private final ExchangeTable table;
    private ExchangeTable.KeyCommands commands = new ExchangeTable.KeyCommands() {};

    RowKeys(ExchangeTable table) {
        this.table = table;
    }

    void set(ExchangeTable.KeyCommands others) {
        commands = others;
    }

    void pressed(KeyEvent event) {
        boolean taken = (event.isShortcutDown() || event.isAltDown()) ? shortcut(event) : plain(event);
        if (taken) event.consume();
    }

    private boolean shortcut(KeyEvent event) {
        if (event.getCode() != KeyCode.C || event.isShiftDown() || !event.isShortcutDown()) return false;
        commands.copy();
        return true;
    }

    private boolean plain(KeyEvent event) {
        if (event.isShiftDown()) {
            table.leaveNewest();
            return false;
        }
        switch (event.getCode()) {
            case J -> table.move(1);
            case K -> table.move(-1);
            case HOME -> table.moveToEnd(false);
            case END -> table.moveToEnd(true);
            case ENTER -> commands.open();
            case UP, DOWN, PAGE_UP, PAGE_DOWN -> {
                table.leaveNewest();
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A letter begins a query, but for those that are keys of the table. */
    void typed(KeyEvent event) {
        String text = event.getCharacter();
        if (event.isShortcutDown() || event.isAltDown() || text.isEmpty()) return;
        char first = text.charAt(0);
        if (Character.isISOControl(first) || Character.isWhitespace(first) || "jk".indexOf(first) >= 0) return;
        commands.type(first == '/' ? "" : text);
        event.consume();
    }
}
