package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.exchanges.ExchangeColumn;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.palette.PaletteEntry;
import dev.sightglass.app.sessions.SessionNode;
import dev.sightglass.app.settings.SettingsDialog;
import dev.sightglass.app.state.SavedFilter;
import dev.sightglass.app.theme.ThemeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What the palette offers: the registry's actions, the sessions that there are, settings and themes. */
final class PaletteOffers {
    private static final int MOST_SESSIONS = 200;

    private final AppContext app;
    private final Actions actions;
    private final ExchangeTable table;
    private final SavedFilterCommands filters;
    private final Consumer<SessionNode> chooseSession;
    private final Consumer<String> openSettings;

    PaletteOffers(
            AppContext app,
            Actions actions,
            ExchangeTable table,
            SavedFilterCommands filters,
            Consumer<SessionNode> chooseSession,
            Consumer<String> openSettings) {
        this.table = table;
        this.filters = filters;
        this.openSettings = openSettings;
        this.app = app;
        this.actions = actions;
        this.chooseSession = chooseSession;
    }

    List<PaletteEntry> all() {
        List<PaletteEntry> all = new ArrayList<>();
        for (Action action : actions.all()) if (!action.id().equals("palette")) all.add(entry(action));
        for (ExchangeColumn each : table.shownColumns()) all.add(sorting(each));
        for (SavedFilter each : filters.saved().all()) all.add(filter(each));
        addSessions(app.sessions().root(), all);
        if (app.fileName() == null) for (String place : SettingsDialog.PLACES) all.add(setting(place));
        for (ThemeMode mode : ThemeMode.values()) all.add(theme(mode));
        return all;
    }

    private static PaletteEntry entry(Action action) {
        boolean panel = action.id().startsWith("panel.");
        return new PaletteEntry(
                action.id(),
                panel ? PaletteEntry.Kind.PANEL : PaletteEntry.Kind.COMMAND,
                action.title(),
                action.keys().isEmpty() ? null : action.keysText(),
                !action.disabled().get(),
                action::run);
    }

    private PaletteEntry sorting(ExchangeColumn column) {
        return new PaletteEntry(
                "sort." + column.id(),
                PaletteEntry.Kind.COMMAND,
                Messages.text("palette.sort", column.title()),
                null,
                true,
                () -> table.sortBy(column));
    }

    private PaletteEntry filter(SavedFilter filter) {
        return new PaletteEntry(
                "filter." + filter.name(),
                PaletteEntry.Kind.FILTER,
                Messages.text("filters.line", filter.name(), filter.query()),
                null,
                true,
                () -> filters.use(filter));
    }

    private void addSessions(SessionNode node, List<PaletteEntry> all) {
        if (all.size() > MOST_SESSIONS) return;
        String id = "session." + node.scope();
        all.add(new PaletteEntry(
                id,
                PaletteEntry.Kind.SESSION,
                app.sessionTexts().briefPath(node),
                null,
                true,
                () -> chooseSession.accept(node)));
        for (SessionNode child : node.children()) addSessions(child, all);
    }

    private PaletteEntry setting(String place) {
        return new PaletteEntry(
                "setting." + place,
                PaletteEntry.Kind.SETTING,
                Messages.text("settings." + place),
                null,
                true,
                () -> openSettings.accept(place));
    }

    private PaletteEntry theme(ThemeMode mode) {
        String name = mode.name().toLowerCase(Locale.ROOT);
        return new PaletteEntry(
                "theme." + name,
                PaletteEntry.Kind.THEME,
                Messages.text("theme." + name),
                null,
                app.themes().modeProperty().get() != mode,
                () -> app.themes().modeProperty().set(mode));
    }
}
