package dev.sightglass.app.window;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.exchanges.ExchangeRow;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.exchanges.RowColour;
import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.export.ExportLevel;
import dev.sightglass.engine.export.ExportOptions;
import dev.sightglass.engine.export.RecordedExchange;
import dev.sightglass.engine.export.Sanitiser;
import dev.sightglass.engine.export.curl.CurlExchange;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.ExchangeId;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** What is done with chosen rows. FX thread only. */
final class RowCommands {
    private final AppContext app;
    private final ExchangeTable table;
    private final Toasts toasts;
    private final Node owner;
    private final BiConsumer<ExchangeId, ExchangeId> comparison;

    /** @param comparison shows what changed from one exchange to another */
    RowCommands(
            AppContext app,
            ExchangeTable table,
            Toasts toasts,
            Node owner,
            BiConsumer<ExchangeId, ExchangeId> comparison) {
        this.app = app;
        this.table = table;
        this.toasts = toasts;
        this.owner = owner;
        this.comparison = comparison;
    }

    // Copying

    void copy(String text) {
        app.clipboard().copy(text);
    }

    /** The exact values of the shown columns, tab-separated, one line a row. */
    void copyRows(List<ExchangeRow> rows) {
        copy(rows.stream().map(row -> table.asText(row, "\t")).collect(Collectors.joining("\n")));
    }

    void copyIds(List<ExchangeRow> rows) {
        copy(rows.stream().map(row -> row.id().toString()).collect(Collectors.joining("\n")));
    }

    /** The requests as curl commands, as they came from the client or as they went to Azure. */
    void copyCurl(List<ExchangeRow> rows, boolean azure) {
        List<ExchangeId> ids = rows.stream().map(ExchangeRow::id).toList();
        ExportOptions options = new ExportOptions(ExportLevel.FULL, Sanitiser.NONE, app.costs(), app.version());
        BiFunction<RecordedExchange, ExportOptions, String> format =
                azure ? CurlExchange::ofAzure : CurlExchange::ofClient;
        app.tasks()
                .run(
                        () -> ids.stream()
                                .flatMap(id -> app.store().find(id).stream())
                                .map(exchange -> format.apply(RecordedExchange.of(exchange, app.store()), options))
                                .collect(Collectors.joining("\n")),
                        commands -> {
                            copy(commands);
                            toasts.show(Messages.text("toast.copied.curl"));
                        },
                        this::failed);
    }

    // Looking

    /** Shows in the Diff panel what changed from the earlier one of two exchanges to the later one. */
    void compare(ExchangeRow one, ExchangeRow other) {
        boolean inOrder = one.id().compareTo(other.id()) <= 0;
        comparison.accept(inOrder ? one.id() : other.id(), inOrder ? other.id() : one.id());
    }

    // Annotations

    void pin(List<ExchangeRow> rows, boolean pinned) {
        annotate(rows, a -> new Annotation(pinned, a.colour(), a.note()));
    }

    /** Null takes the colour away. */
    void colour(List<ExchangeRow> rows, @Nullable RowColour colour) {
        annotate(rows, a -> new Annotation(a.pinned(), colour == null ? null : colour.id(), a.note()));
    }

    void editNote(ExchangeRow row) {
        String before = Objects.requireNonNullElse(row.summary().annotation().note(), "");
        new TextQuestion(owner, Messages.text("note.title"), Messages.text("note.text", row.id()), before)
                .ask()
                .ifPresent(text -> annotate(
                        List.of(row), a -> new Annotation(a.pinned(), a.colour(), text.isEmpty() ? null : text)));
    }

    private void annotate(List<ExchangeRow> rows, UnaryOperator<Annotation> change) {
        List<ExchangeId> ids = rows.stream().map(ExchangeRow::id).toList();
        List<Annotation> wanted = rows.stream()
                .map(row -> change.apply(row.summary().annotation()))
                .toList();
        app.tasks()
                .run(
                        () -> {
                            for (int i = 0; i < ids.size(); i++) app.store().annotate(ids.get(i), wanted.get(i));
                            return true;
                        },
                        _ -> {},
                        this::failed);
    }

    private void failed(Exception failure) {
        toasts.show(Messages.text("store.failed", String.valueOf(failure.getMessage())));
    }
}
