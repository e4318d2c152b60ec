package dev.sightglass.app.exchanges;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/** A row of the table on screen. It draws all of its cells itself: see {@link ExchangeRowSkin}. */
final class ExchangeTableRow extends TableRow<ExchangeRow> {
    private static final Map<RowState, PseudoClass> STATES = Arrays.stream(RowState.values())
            .collect(Collectors.toMap(state -> state, state -> PseudoClass.getPseudoClass(state.cssName())));

    private static final Map<RowColour, PseudoClass> COLOURS = Arrays.stream(RowColour.values())
            .collect(Collectors.toMap(colour -> colour, colour -> PseudoClass.getPseudoClass("colour-" + colour.id())));

    private final ExchangeTable table;
    private final Runnable watcher = this::changed;
    private @Nullable ExchangeRow watched;
    private @Nullable RowState state;
    private @Nullable RowColour colour;
    private boolean dirty;

    ExchangeTableRow(ExchangeTable table) {
        this.table = table;
        getStyleClass().add("exchange-row");
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ExchangeRowSkin(this, table);
    }

    @Override
    protected void updateItem(@Nullable ExchangeRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == watched) return;
        if (watched != null) watched.unwatch(watcher);
        watched = row;
        if (row != null) row.watch(watcher);
        changed();
    }

    /** To be drawn after layout, and without asking for one: each layout of the table walks over all of its rows. */
    private void changed() {
        dirty = true;
        showState(watched == null ? null : watched.state());
        showColour(
                watched == null
                        ? null
                        : RowColour.of(watched.summary().annotation()).orElse(null));
        table.drawSoon();
    }

    /** Draws what has changed. */
    void drawIfDirty() {
        if (dirty && getSkin() instanceof ExchangeRowSkin skin) {
            dirty = false;
            skin.draw();
        }
    }

    private void showState(@Nullable RowState now) {
        if (state == now) return;
        if (state != null) pseudoClassStateChanged(STATES.get(state), false);
        if (now != null) pseudoClassStateChanged(STATES.get(now), true);
        state = now;
    }

    private void showColour(@Nullable RowColour now) {
        if (colour == now) return;
        if (colour != null) pseudoClassStateChanged(COLOURS.get(colour), false);
        if (now != null) pseudoClassStateChanged(COLOURS.get(now), true);
        colour = now;
    }

    /** Draws again what moves with time, if anything does. */
    void tick(double pulse) {
        if (state == null || !state.inFlight()) return;
        if (getSkin() instanceof ExchangeRowSkin skin) skin.tick(pulse);
    }

    /** Draws the waterfall on the table's present scale. */
    void rescale() {
        if (getSkin() instanceof ExchangeRowSkin skin) skin.drawWaterfall();
    }

    /** The row's cells were laid out for other columns or widths. */
    void columnsChanged() {
        table.drawSoon();
        if (getSkin() instanceof ExchangeRowSkin skin) skin.columnsChanged();
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && watched != null) return table.asText(watched, "  ");
        return super.queryAccessibleAttribute(attribute, parameters);
    }
}
