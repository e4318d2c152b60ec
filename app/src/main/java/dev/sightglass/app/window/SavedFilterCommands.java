package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.filter.SavedFilters;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.state.SavedFilter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;

/** What is done with saved filters: each change can be undone, and is kept for the next run. FX thread only. */
final class SavedFilterCommands {
    private final AppContext app;
    private final SavedFilters saved;
    private final Toasts toasts;
    private final Node owner;
    /** Whether there is no good query to save. */
    private final BooleanBinding nothingToSave;

    SavedFilterCommands(AppContext app, Toasts toasts, Node owner) {
        this.app = app;
        this.saved = app.savedFilters();
        this.toasts = toasts;
        this.owner = owner;
        nothingToSave = Bindings.createBooleanBinding(
                () -> app.filter().queryProperty().get().isBlank()
                        || app.filter().problemProperty().get() != null,
                app.filter().queryProperty(),
                app.filter().problemProperty());
    }

    SavedFilters saved() {
        return saved;
    }

    BooleanBinding nothingToSave() {
        return nothingToSave;
    }

    /** The query as it is typed. */
    String query() {
        return app.filter().queryProperty().get().strip();
    }

    /** Asks for what this one lets through. */
    void use(SavedFilter filter) {
        app.filter().queryProperty().set(filter.query());
        app.filter().remember();
    }

    /** Asks for a name and saves the query under it. */
    void saveAs() {
        if (nothingToSave.get()) return;
        String query = query();
        String before = saved.all().stream()
                .filter(each -> each.query().equals(query))
                .map(SavedFilter::name)
                .findFirst()
                .orElse("");
        askName("filters.save.title", Messages.text("filters.save.text", query), before, _ -> true)
                .ifPresent(name -> change(
                        () -> saved.put(new SavedFilter(name, query)),
                        Messages.text(saved.named(name).isPresent() ? "filters.replaced" : "filters.saved", name)));
    }

    void rename(SavedFilter filter) {
        askName(
                        "filters.rename.title",
                        Messages.text("filters.rename.text", filter.query()),
                        filter.name(),
                        name -> filter.isNamed(name) || saved.named(name).isEmpty())
                .filter(name -> !name.equals(filter.name()))
                .ifPresent(name -> change(
                        () -> saved.rename(filter, name), Messages.text("filters.renamed", filter.name(), name)));
    }

    void delete(SavedFilter filter) {
        change(() -> saved.remove(filter), Messages.text("filters.deleted", filter.name()));
    }

    private void change(Runnable change, String message) {
        List<SavedFilter> before = List.copyOf(saved.all());
        change.run();
        keep();
        toasts.show(message, Messages.text("toast.undo"), () -> {
            saved.restore(before);
            keep();
        });
    }

    private void keep() {
        Callable<Boolean> saving = () -> {
            saved.save();
            return true;
        };
        app.tasks()
                .run(
                        saving,
                        _ -> {},
                        failure -> toasts.show(Messages.text("filters.notKept", String.valueOf(failure.getMessage()))));
    }

    private Optional<String> askName(String title, String text, String before, Predicate<String> free) {
        return new TextQuestion(owner, Messages.text(title), text, before)
                .field("filter-name", Messages.text("filters.name"))
                .onlyIf(name -> !name.isBlank() && free.test(name))
                .ask()
                .filter(name -> !name.isEmpty());
    }
}
