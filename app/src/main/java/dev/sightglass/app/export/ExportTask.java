package dev.sightglass.app.export;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.export.ExportFormat;
import dev.sightglass.engine.export.ExportLevel;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.ExportRefused;
import dev.sightglass.engine.export.Exporter;
import dev.sightglass.engine.export.SecretSanitiser;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.store.ExchangeStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One export on its way to a file. FX thread only. */
public final class ExportTask {
    private final BackgroundTasks tasks;
    private final ExchangeStore store;
    private final CostCalculator costs;
    private final String version;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Result> result = new ReadOnlyObjectWrapper<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicBoolean reporting = new AtomicBoolean();

    /**
     * How it ended.
     *
     * @param message for a person
     * @param written whether the file is there
     */
    public record Result(String message, boolean written) {}

    public ExportTask(BackgroundTasks tasks, ExchangeStore store, CostCalculator costs, String version) {
        this.tasks = tasks;
        this.store = store;
        this.costs = costs;
        this.version = version;
    }

    // Properties

    /** From 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Null while it runs. */
    public ReadOnlyObjectProperty<@Nullable Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    // Commands

    /** Writes these exchanges; a file of that name is replaced, as the person was asked by the file dialog. */
    public void start(List<ExchangeId> ids, Path file, ExportFormat format, ExportLevel level) {
        ExportOptions options = new ExportOptions(level, new SecretSanitiser(), costs, version);
        Exporter exporter = new Exporter(store, format, options);
        tasks.run(
                () -> exporter.toFile(ids, file, true, this::report),
                count -> finish(Messages.text("export.done", count, file.getFileName()), true),
                failure -> finish(reason(failure, file), false));
    }

    /** Ends it soon; nothing is left behind. */
    public void cancel() {
        cancelled.set(true);
    }

    /** On the exporting thread. */
    private boolean report(int done, int total) {
        if (reporting.compareAndSet(false, true)) {
            tasks.onFxThread(() -> {
                reporting.set(false);
                progress.set(total == 0 ? 1 : (double) done / total);
            });
        }
        return !cancelled.get();
    }

    private void finish(String message, boolean written) {
        progress.set(1);
        result.set(new Result(message, written));
    }

    private static String reason(Exception failure, Path file) {
        if (failure instanceof ExportRefused refused) return refused.reason();
        return Messages.text("export.failed", file, String.valueOf(failure.getMessage()));
    }
}
