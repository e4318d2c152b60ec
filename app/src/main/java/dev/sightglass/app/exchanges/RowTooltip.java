package dev.sightglass.app.exchanges;

import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Says the exact value of what the mouse is over. One tooltip for all rows. */
final class RowTooltip {
    private final CellContext context;
    private final Tooltip tooltip = new Tooltip();
    private @Nullable ExchangeColumn column;
    private @Nullable ExchangeRow item;

    RowTooltip(CellContext context) {
        this.context = context;
    }

    /** What the mouse was last over. */
    @Nullable
    ExchangeColumn column() {
        return column;
    }

    void moved(ExchangeTableRow row, @Nullable ExchangeColumn over) {
        ExchangeRow now = row.getItem();
        if (now == item && over == column) return;
        item = now;
        column = over;
        String text = now == null || over == null
                ? ""
                : over.exact().apply(now.summary(), context).strip();
        tooltip.hide();
        tooltip.setText(text);
        if (text.isEmpty()) Tooltip.uninstall(row, tooltip);
        else Tooltip.install(row, tooltip);
    }
}
