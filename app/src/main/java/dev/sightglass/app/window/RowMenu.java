package dev.sightglass.app.window;

import dev.sightglass.app.exchanges.ExchangeColumn;
import dev.sightglass.app.exchanges.ExchangeRow;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.exchanges.RowColour;
import dev.sightglass.app.filter.FilterTerms;
import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.Objects;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** What can be done with the selected rows. Its items are made anew each time it opens. */
final class RowMenu extends ContextMenu {
    private static final int TWO = 2;
    private static final double DOT = 5;

    private final ExchangeTable table;
    private final RowCommands rows;
    private final WindowCommands window;

    RowMenu(ExchangeTable table, RowCommands rows, WindowCommands window) {
        this.table = table;
        this.rows = rows;
        this.window = window;
        setId("row-menu");
        getItems().add(new MenuItem("")); // an empty menu would not open
        setOnShowing(_ -> fill());
    }

    private void fill() {
        List<ExchangeRow> chosen = table.selectionProperty().get();
        ExchangeRow focus = table.selectedProperty().get();
        getItems().clear();
        if (focus == null || chosen.isEmpty()) {
            add("menu.nothing", () -> {}).setDisable(true);
            return;
        }
        ExchangeColumn column = table.hoveredColumn();
        if (column != null) addValueItems(column, focus);
        addCopyItems(chosen, focus.summary());
        separate();
        addAnnotationItems(chosen, focus);
        separate();
        add("menu.compare", () -> rows.compare(chosen.getFirst(), chosen.getLast()))
                .setDisable(chosen.size() != TWO);
        add("menu.export", window::export);
        if (window.inFile())
            add(
                    "menu.keep",
                    () -> window.keep(chosen.stream().map(ExchangeRow::id).toList()));
        add("menu.remove", () -> window.remove(chosen));
    }

    private void addValueItems(ExchangeColumn column, ExchangeRow row) {
        String value = column.exact().apply(row.summary(), table.cellContext()).strip();
        if (value.isEmpty()) return;
        add("menu.copyValue", () -> rows.copy(value));
        for (FilterTerms.Offer offer : FilterTerms.offers(
                column.id(), row.summary(), table.cellContext().cost()))
            add(getItems(), offer.title(), offer.key(), () -> window.filterBy(offer.term()));
        separate();
    }

    private void addCopyItems(List<ExchangeRow> chosen, ExchangeSummary focus) {
        add("menu.copyRows", () -> rows.copyRows(chosen));
        add("menu.copyCurl", () -> rows.copyCurl(chosen, false));
        add("menu.copyCurlAzure", () -> rows.copyCurl(chosen, true)).setDisable(focus.attempts() == 0);
        Menu more = menu("menu.copyIds");
        add(more.getItems(), Messages.text("menu.copyId"), "menu.copyId", () -> rows.copyIds(chosen));
        addId(more, "menu.copySession", focus.client().sessionId());
        addId(more, "menu.copyAgent", focus.client().agentId());
        addId(more, "menu.copyResponse", focus.answer().responseId());
        addId(more, "menu.copyPath", focus.request().path());
    }

    private void addId(Menu menu, String key, @Nullable String id) {
        add(menu.getItems(), Messages.text(key), key, () -> rows.copy(Objects.requireNonNullElse(id, "")))
                .setDisable(id == null);
    }

    private void addAnnotationItems(List<ExchangeRow> chosen, ExchangeRow focus) {
        boolean pinned = focus.summary().annotation().pinned();
        add(pinned ? "menu.unpin" : "menu.pin", () -> rows.pin(chosen, !pinned));
        Menu colours = menu("menu.colour");
        for (RowColour colour : RowColour.values()) {
            Circle dot = new Circle(DOT);
            dot.getStyleClass().add("mark-" + colour.id());
            add(colours.getItems(), colour.title(), "colour." + colour.id(), () -> rows.colour(chosen, colour))
                    .setGraphic(dot);
        }
        colours.getItems().add(new SeparatorMenuItem());
        add(colours.getItems(), Messages.text("colour.none"), "colour.none", () -> rows.colour(chosen, null));
        add("menu.note", () -> rows.editNote(focus));
    }

    private Menu menu(String key) {
        Menu menu = new Menu(Messages.text(key));
        menu.setId(idOf(key));
        getItems().add(menu);
        return menu;
    }

    private void separate() {
        getItems().add(new SeparatorMenuItem());
    }

    private MenuItem add(String key, Runnable command) {
        return add(getItems(), Messages.text(key), key, command);
    }

    /** The menu goes first, so that it does not stand behind a dialog. */
    private MenuItem add(ObservableList<MenuItem> items, String title, String key, Runnable command) {
        MenuItem item = new MenuItem(title);
        item.setId(idOf(key));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            hide();
            command.run();
        });
        items.add(item);
        return item;
    }

    /** Such as {@code row-copyCurl}. */
    private static String idOf(String key) {
        return "row-" + key.replace("menu.", "").replace('.', '-');
    }
}
