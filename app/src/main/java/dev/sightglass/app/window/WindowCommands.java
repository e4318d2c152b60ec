package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.control.ProgressNotice;
import dev.sightglass.app.exchanges.ExchangeRow;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.export.ExportDialog;
import dev.sightglass.app.export.ExportTask;
import dev.sightglass.app.export.FileDialogs;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.settings.SettingsDialog;
import dev.sightglass.engine.export.ExportFormat;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.pricing.PriceTable;
import dev.sightglass.engine.settings.EngineSettings;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** What the window's buttons and menus do. FX thread only. */
final class WindowCommands {
    private static final String FILE_NAME = "sightglass-exchanges";

    private final AppContext app;
    private final ExchangeTable table;
    private final Toasts toasts;
    private final StackPane layer;
    private final Runnable focusFilter;
    private final ObjectProperty<List<ExchangeId>> removed = new SimpleObjectProperty<>(List.of());

    WindowCommands(AppContext app, ExchangeTable table, Toasts toasts, StackPane layer, Runnable focusFilter) {
        this.app = app;
        this.table = table;
        this.toasts = toasts;
        this.layer = layer;
        this.focusFilter = focusFilter;
    }

    /** Shows a notice. */
    void tell(String message) {
        toasts.show(message);
    }

    // Copying

    void copy(String text) {
        app.clipboard().copy(text);
    }

    void copyAddress() {
        copy(app.proxy().address());
        toasts.show(Messages.text("toast.copied.address", app.proxy().address()));
    }

    void copyLaunch(boolean powerShell) {
        LaunchCommand command = new LaunchCommand(
                app.proxy().address(), app.proxy().settingsProperty().get().azure());
        copy(powerShell ? command.powerShell() : command.sh());
        toasts.show(Messages.text("toast.copied.launch"));
    }

    // Rows

    void focusFilter() {
        focusFilter.run();
    }

    /** Shows only rows that the term passes, of those that are shown. */
    void filterBy(String term) {
        app.filter().narrowBy(term);
    }

    /** All exchanges but the pinned ones and those that still run. */
    void clear() {
        removeIds(app.exchanges().everything().stream()
                .filter(e -> !e.annotation().pinned() && !e.inFlight())
                .map(e -> e.id())
                .toList());
    }

    void remove(List<ExchangeRow> rows) {
        removeIds(rows.stream().map(ExchangeRow::id).toList());
    }

    /** Removes these; a notice offers to undo it. */
    void removeIds(Collection<ExchangeId> ids) {
        if (ids.isEmpty()) return;
        inStore(() -> {
            app.store().remove(ids);
            return true;
        });
        String message =
                ids.size() == 1 ? Messages.text("toast.cleared.one") : Messages.text("toast.cleared", ids.size());
        removed.set(List.copyOf(ids));
        toasts.show(message, Messages.text("toast.undo"), this::undo);
    }

    /** Whether nothing was removed that could be brought back. */
    BooleanBinding nothingToUndo() {
        return Bindings.createBooleanBinding(() -> removed.get().isEmpty(), removed);
    }

    /** Brings back what was removed last. */
    void undo() {
        List<ExchangeId> ids = removed.get();
        removed.set(List.of());
        toasts.hide();
        inStore(() -> {
            app.store().restore(ids);
            return true;
        });
    }

    private void inStore(Callable<Boolean> work) {
        app.tasks()
                .run(
                        work,
                        _ -> {},
                        failure -> toasts.show(Messages.text("store.failed", String.valueOf(failure.getMessage()))));
    }

    // An opened file

    boolean inFile() {
        return app.fileName() != null;
    }

    /** Keeps all exchanges of the file in the history. */
    void keepAll() {
        keep(app.exchanges().everything().stream().map(e -> e.id()).toList());
    }

    void keep(List<ExchangeId> ids) {
        new KeepTask(app, toasts, layer).start(ids);
    }

    // Export

    void export() {
        ExportDialog.ask(
                        owner(),
                        table.selectionProperty().get().size(),
                        app.exchanges().shown().size())
                .ifPresent(this::export);
    }

    private void export(ExportDialog.Wish wish) {
        List<ExchangeRow> rows = wish.selectionOnly()
                ? table.selectionProperty().get()
                : List.copyOf(app.exchanges().shown());
        export(rows.stream().map(ExchangeRow::id).toList(), wish);
    }

    /** Asks for a format and a file and exports these. */
    void export(List<ExchangeId> ids) {
        ExportDialog.askFor(owner(), Messages.text("export.these", ids.size())).ifPresent(wish -> export(ids, wish));
    }

    private void export(List<ExchangeId> ids, ExportDialog.Wish wish) {
        List<FileDialogs.Kind> kinds = List.of(kind(wish.format()));
        app.files().save(owner(), FILE_NAME, kinds).ifPresent(choice -> {
            ExportTask task = new ExportTask(app.tasks(), app.store(), app.costs(), app.version());
            showProgress(task);
            task.start(ids, choice.file(), wish.format(), wish.level());
        });
    }

    private static FileDialogs.Kind kind(ExportFormat format) {
        return new FileDialogs.Kind(format.title(), format.extension());
    }

    private void showProgress(ExportTask task) {
        toasts.hide();
        ProgressNotice view =
                new ProgressNotice("export", Messages.text("export.running"), task.progressProperty(), task::cancel);
        StackPane.setAlignment(view, Pos.BOTTOM_CENTER);
        layer.getChildren().add(view);
        task.resultProperty().subscribe(result -> {
            if (result == null) return;
            layer.getChildren().remove(view);
            toasts.show(result.message());
        });
    }

    // Settings

    void settings() {
        settings(null);
    }

    /** Shows the settings and tests at once whether they lead to Azure. */
    void testConnection() {
        settings(SettingsDialog.TEST);
    }

    /** @param place one of {@link SettingsDialog#PLACES} to begin at; null for the first */
    void settings(@Nullable String place) {
        SettingsDialog.Wanted now = new SettingsDialog.Wanted(
                app.proxy().settingsProperty().get(), app.prices().table());
        SettingsDialog.ask(owner(), now, app.tasks(), app.clock(), place).ifPresent(wanted -> {
            if (!wanted.prices().equals(now.prices())) reprice(wanted.prices());
            if (!wanted.settings().equals(now.settings())) apply(wanted.settings());
        });
    }

    private void apply(EngineSettings wanted) {
        boolean restart = app.proxy().apply(wanted);
        keep(() -> {
            app.settingsFile().save(wanted);
            return true;
        });
        if (restart)
            toasts.show(
                    Messages.text("settings.restart"),
                    Messages.text("settings.restart.button"),
                    () -> app.proxy().restart());
    }

    private void reprice(PriceTable table) {
        app.reprice(table);
        keep(() -> {
            app.prices().save();
            return true;
        });
    }

    private void keep(Callable<Boolean> saving) {
        app.tasks()
                .run(
                        saving,
                        _ -> {},
                        failure ->
                                toasts.show(Messages.text("settings.notSaved", String.valueOf(failure.getMessage()))));
    }

    private Window owner() {
        return layer.getScene().getWindow();
    }
}
