package dev.sightglass.app.exchanges;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.Comparator;
import java.util.function.BiFunction;

/**
 * One column of the table.
 *
 * @param id names it in saved layouts and in {@code messages.properties}
 * @param width in px at normal zoom
 * @param atFirst shown until a person decides otherwise
 * @param text what the cell shows, in human units
 * @param exact the precise value, for tooltips and copying
 * @param order what sorting by the column means; ties are broken by number elsewhere
 */
public record ExchangeColumn(
        String id,
        Kind kind,
        double width,
        boolean atFirst,
        BiFunction<ExchangeSummary, CellContext, String> text,
        BiFunction<ExchangeSummary, CellContext, String> exact,
        Comparator<ExchangeSummary> order) {

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

    /** What the column is about, in a sentence. */
    public String help() {
        return Messages.text("column." + id + ".help");
    }
}
