package dev.sightglass.app.window;

import dev.sightglass.app.format.Messages;
import dev.sightglass.app.state.SavedFilter;
import dev.sightglass.app.theme.Icons;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;

/** The saved filters beside the filter field, to pick, save, rename and delete. Its items are made anew each time it opens. */
final class SavedFilterMenu extends MenuButton {
    private final SavedFilterCommands commands;
    private final Actions actions;

    SavedFilterMenu(SavedFilterCommands commands, Actions actions) {
        super("", Icons.of(Feather.BOOKMARK));
        this.commands = commands;
        this.actions = actions;
        setId("saved-filters");
        getStyleClass().addAll("flat", "icon-only");
        setTooltip(new Tooltip(actions.byId("savedFilters").hint()));
        setAccessibleText(actions.byId("savedFilters").title());
        getItems().add(new MenuItem("")); // an empty menu would not open
        setOnShowing(_ -> fill());
    }

    private void fill() {
        getItems().clear();
        String query = commands.query();
        for (SavedFilter each : commands.saved().all())
            if (each.query().equals(query)) add(each).setGraphic(Icons.of(Feather.CHECK));
            else add(each);
        if (getItems().isEmpty()) {
            MenuItem none = new MenuItem(Messages.text("filters.none"));
            none.setDisable(true);
            getItems().add(none);
        }
        getItems().add(new SeparatorMenuItem());
        addSave(query);
        addEach("filters.rename", "rename-filter-", commands::rename);
        addEach("filters.delete", "delete-filter-", commands::delete);
    }

    private MenuItem add(SavedFilter filter) {
        return add(
                getItems(),
                Messages.text("filters.line", filter.name(), filter.query()),
                "use-filter-" + filter.name(),
                () -> commands.use(filter));
    }

    private void addSave(String query) {
        Action save = actions.byId("saveFilter");
        boolean nothing = commands.nothingToSave().get();
        String title = nothing ? save.title() : Messages.text("filters.saveThis", query);
        MenuItem item = add(getItems(), title, "save-filter", save::run);
        item.setAccelerator(save.shortcut());
        item.setDisable(nothing);
    }

    private void addEach(String key, String id, Consumer<SavedFilter> command) {
        if (commands.saved().all().isEmpty()) return;
        Menu menu = new Menu(Messages.text(key));
        for (SavedFilter each : commands.saved().all())
            add(menu.getItems(), each.name(), id + each.name(), () -> command.accept(each));
        getItems().add(menu);
    }

    private static MenuItem add(ObservableList<MenuItem> items, String title, String id, Runnable command) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> command.run());
        items.add(item);
        return item;
    }
}
