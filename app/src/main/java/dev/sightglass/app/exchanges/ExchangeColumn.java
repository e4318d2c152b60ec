package dev.sightglass.app.exchanges;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.Comparator;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of the table.
 *
 * @param id names it in saved layouts and in {@code messages.properties}
 * @param width in px at normal zoom
 * @param atFirst shown until a person decides otherwise
 * @param text what the cell shows, in human units
 * @param exact the precise value, for tooltips and copying
 * @param key what sorting by the column compares; unknown is null and comes last, ties are broken by number elsewhere
 */
public record ExchangeColumn(
        String id,
        Kind kind,
        double width,
        boolean atFirst,
        BiFunction<ExchangeSummary, CellContext, String> text,
        BiFunction<ExchangeSummary, CellContext, String> exact,
        Function<ExchangeSummary, ? extends @Nullable Comparable<?>> key) {

    /** How a cell is drawn. */
    public enum Kind {
        TEXT,
        NUMBER,
        STATE,
        WATERFALL
    }

    /** The words in the header. */
    public String title() {
        return Messages.text("column." + id);
    }

    /** The value that sorting by the column compares with those of other exchanges; null when unknown. */
    @SuppressWarnings("unchecked") // all values of a column are of one type, which is comparable with itself
    @Nullable
    Comparable<Object> value(ExchangeSummary exchange) {
        return (Comparable<Object>) key.apply(exchange);
    }

    /** By {@link #key}. */
    public Comparator<ExchangeSummary> order() {
        return Comparator.comparing(this::value, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    /** What the column is about, in a sentence. */
    public String help() {
        return Messages.text("column." + id + ".help");
    }
}
