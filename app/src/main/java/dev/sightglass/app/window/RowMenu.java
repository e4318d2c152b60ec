package dev.sightglass.app.window;

import dev.sightglass.app.exchanges.ExchangeColumn;
import dev.sightglass.app.exchanges.ExchangeRow;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.filter.FilterTerms;
import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** What can be done with the selected rows. Its items are made anew each time it opens. */
final class RowMenu extends ContextMenu {
    private final ExchangeTable table;
    private final WindowCommands commands;

    RowMenu(ExchangeTable table, WindowCommands commands) {
        this.table = table;
        this.commands = commands;
        getItems().add(new MenuItem("")); // an empty menu would not open
        setOnShowing(_ -> fill());
    }

    private void fill() {
        List<ExchangeRow> rows = table.selectionProperty().get();
        ExchangeRow focus = table.selectedProperty().get();
        getItems().clear();
        if (focus == null || rows.isEmpty()) {
            add("menu.nothing", () -> {}).setDisable(true);
            return;
        }
        ExchangeColumn column = table.hoveredColumn();
        if (column != null) addValueItems(column, column.exact().apply(focus.summary(), table.cellContext()), focus);
        add("menu.copyRows", () -> commands.copyRows(rows));
        add("menu.copyId", () -> commands.copy(ids(rows)));
        add(
                        "menu.copySession",
                        () -> commands.copy(Objects.requireNonNullElse(
                                focus.summary().client().sessionId(), "")))
                .setDisable(focus.summary().client().sessionId() == null);
        add("menu.copyPath", () -> commands.copy(focus.summary().request().path()));
        getItems().add(new SeparatorMenuItem());
        boolean pinned = focus.summary().annotation().pinned();
        add(pinned ? "menu.unpin" : "menu.pin", () -> commands.annotate(rows, a -> pin(a, !pinned)));
        add("menu.note", () -> commands.editNote(focus));
        getItems().add(new SeparatorMenuItem());
        add("menu.export", commands::export);
        add("menu.remove", () -> commands.remove(rows));
    }

    private void addValueItems(ExchangeColumn column, String value, ExchangeRow row) {
        if (value.isBlank()) return;
        add("menu.copyValue", () -> commands.copy(value.strip()));
        FilterTerms.of(column.id(), row.summary())
                .ifPresent(term -> addText(Messages.text("menu.filterBy", term), () -> commands.filterBy(term)));
        getItems().add(new SeparatorMenuItem());
    }

    private MenuItem add(String key, Runnable command) {
        return addText(Messages.text(key), command);
    }

    private MenuItem addText(String title, Runnable command) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> command.run());
        getItems().add(item);
        return item;
    }

    private static String ids(List<ExchangeRow> rows) {
        return rows.stream().map(row -> row.id().toString()).collect(Collectors.joining("\n"));
    }

    private static Annotation pin(Annotation annotation, boolean pinned) {
        return new Annotation(pinned, annotation.colour(), annotation.note());
    }

    /** The note of an exchange, or the empty text. */
    static String note(@Nullable ExchangeSummary summary) {
        String note = summary == null ? null : summary.annotation().note();
        return note == null ? "" : note;
    }
}
