package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.inspector.Inspector;
import dev.sightglass.app.palette.PaletteModel;
import dev.sightglass.app.state.UiState;

/**
 * What the window remembers from one start to the next. FX thread only.
 *
 * @param split table over inspector
 */
record Arrangement(
        AppContext app,
        ExchangeTable table,
        Inspector inspector,
        RowsOverDetail split,
        SessionsSide sessions,
        PaletteModel palette) {
    /** Puts the content back as it was left. */
    void restore(UiState state) {
        table.arrange(state.columns());
        table.followingProperty().set(state.follow());
        app.filter().history().restore(state.queries());
        palette.restore(state.recent());
        if (state.panel() != null) inspector.showPanel(state.panel());
        split.restore(state.inspectorShare());
        sessions.restore(state.sessions(), state.sessionsShare());
        if (app.fileName() != null) return; // the look is the main window's
        app.themes().modeProperty().set(state.theme());
        app.themes().zoomProperty().set(state.zoom());
    }

    /** How the content stands now; {@code bounds} are the window's. */
    UiState now(UiState.Bounds bounds) {
        return new UiState(
                UiState.VERSION,
                bounds,
                table.layoutNow(),
                split.share(),
                sessions.shown(),
                sessions.share(),
                app.themes().modeProperty().get(),
                app.themes().zoomProperty().get(),
                table.followingProperty().get(),
                app.filter().history().queries(),
                palette.recent(),
                inspector.panelKey());
    }
}
