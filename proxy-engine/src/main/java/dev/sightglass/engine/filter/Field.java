package dev.sightglass.engine.filter;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field that queries can name.
 *
 * @param name as written in queries, in lower case
 * @param unit what its numbers are
 * @param description for help, one line
 * @param number the value of a numeric field in its base unit, null when unknown; null for text fields
 * @param texts the values of a text field; none when unknown
 * @param words values that are worth offering
 */
public record Field(
        String name,
        Unit unit,
        String description,
        @Nullable Function<ExchangeSummary, @Nullable Double> number,
        Function<ExchangeSummary, List<String>> texts,
        List<String> words) {
    /** What a field's values are. */
    public enum Unit {
        TEXT,
        COUNT,
        /** Base unit: seconds; a number without a unit is milliseconds. */
        DURATION,
        /** Base unit: bytes. */
        SIZE,
        MONEY,
        /** Base unit: seconds since 1970; written as an ISO date, time or both. */
        TIME
    }

    /** The same field with its numbers read in this way. */
    Field reading(Function<ExchangeSummary, @Nullable Double> values) {
        return new Field(name, unit, description, values, texts, words);
    }

    public boolean numeric() {
        return number != null;
    }
}
