package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.inspector.Inspector;
import dev.sightglass.app.theme.ThemeMode;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/** Fills the registry with what the main window can do. */
final class WindowActions {
    private static final ObservableBooleanValue ALWAYS_DISABLED =
            new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    private final AppContext app;
    private final ExchangeTable table;
    private final WindowCommands commands;
    private final RowCommands rows;
    private final SavedFilterCommands filters;
    private final Views views;
    private final Actions actions = new Actions();

    /** What only the window itself can show or hide. */
    interface Views {
        void togglePalette();

        void toggleSessions();

        void openSavedFilters();

        void showPanel(String key);

        void showHelp();

        void showGuide();

        void openFile();

        void closeWindow();
    }

    WindowActions(
            AppContext app,
            ExchangeTable table,
            WindowCommands commands,
            RowCommands rows,
            SavedFilterCommands filters,
            Views views) {
        this.filters = filters;
        this.app = app;
        this.table = table;
        this.commands = commands;
        this.rows = rows;
        this.views = views;
    }

    Actions make() {
        if (!file()) traffic();
        rows();
        files();
        look();
        actions.group();
        Inspector.panelChoices().forEach(this::panel);
        actions.group().add("palette", Actions.NEVER_DISABLED, views::togglePalette, "Shortcut+K", "Shortcut+Shift+P");
        if (!file())
            actions.add("settings", "Shortcut+,", commands::settings)
                    .add("testConnection", null, commands::testConnection);
        if (!file()) actions.add("guide", null, views::showGuide);
        actions.add("help", "F1", views::showHelp);
        return actions.hints("rows", "next", "previous", "ends", "menu", "panels")
                .hints("filter", "filterOffers", "filterHistory")
                .hints("bodies", "find", "goTo", "copyPath", "unfold")
                .hints("conversation", "blocks", "blockNew", "blockFold")
                .hints("more", "differences", "counterpart");
    }

    private boolean file() {
        return app.fileName() != null;
    }

    private void traffic() {
        boolean off = app.proxy().barred() != null;
        ObservableBooleanValue barred = off ? ALWAYS_DISABLED : Actions.NEVER_DISABLED;
        actions.group()
                .add("start", barred, () -> app.proxy().toggle(), "Shortcut+R")
                .add("copyAddress", null, commands::copyAddress)
                .add("copyLaunch", "Shortcut+Shift+C", () -> commands.copyLaunch(false))
                .add("copyLaunchPowerShell", null, () -> commands.copyLaunch(true));
    }

    private void rows() {
        actions.group()
                .add("filter", "Shortcut+F", commands::focusFilter)
                .add("saveFilter", filters.nothingToSave(), filters::saveAs, "Shortcut+Shift+S")
                .add("savedFilters", "Shortcut+Shift+F", views::openSavedFilters)
                .add("follow", "Shortcut+D", () -> table.followingProperty().set(true))
                .add("columns", null, table::chooseColumns)
                .add("selectAll", null, table::selectAll)
                .add(
                        "copyRows",
                        null,
                        () -> rows.copyRows(table.selectionProperty().get()));
    }

    private void files() {
        actions.group().add("open", "Shortcut+O", views::openFile).add("export", "Shortcut+E", commands::export);
        if (file())
            actions.add("keep", "Shortcut+Shift+K", commands::keepAll)
                    .add("closeFile", "Shortcut+W", views::closeWindow);
        else actions.add("clear", "Shortcut+L", commands::clear);
        actions.add("undo", commands.nothingToUndo(), commands::undo, "Shortcut+Z");
    }

    private void look() {
        actions.group()
                .add("sessions", "Shortcut+B", views::toggleSessions)
                .add("theme", "Shortcut+Shift+L", () -> app.themes().toggle())
                .add(
                        "followSystemTheme",
                        null,
                        () -> app.themes().modeProperty().set(ThemeMode.SYSTEM))
                .add("zoomIn", Actions.NEVER_DISABLED, () -> app.themes().zoomIn(), ZOOM_IN)
                .add("zoomOut", Actions.NEVER_DISABLED, () -> app.themes().zoomOut(), "Shortcut+-", "Shortcut+SUBTRACT")
                .add("zoomReset", "Shortcut+0", () -> app.themes().resetZoom());
    }

    private static final String[] ZOOM_IN = {"Shortcut+=", "Shortcut+Shift+EQUALS", "Shortcut+ADD", "Shortcut+PLUS"};

    private void panel(Inspector.PanelChoice panel) {
        List<KeyCombination> keys = panel.shortcut().stream().toList();
        actions.add(new Action(
                "panel." + panel.key(),
                panel.title(),
                keys,
                Actions.NEVER_DISABLED,
                false,
                () -> views.showPanel(panel.key())));
    }
}
