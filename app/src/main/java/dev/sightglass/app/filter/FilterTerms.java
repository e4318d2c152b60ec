package dev.sightglass.app.filter;

import dev.sightglass.engine.filter.Fields;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Terms of the query language that pass what one row shows in a column. */
public final class FilterTerms {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./@+-][\\p{L}\\p{N}_./@:+-]*");

    /** Columns whose name is not the field's. */
    private static final Map<String, String> FIELDS = Map.of("model", "requested", "called", "tool");

    private static final List<String> TEXT_COLUMNS = List.of(
            "agent",
            "model",
            "title",
            "stop",
            "called",
            "session",
            "deployment",
            "reported",
            "upstream",
            "path",
            "note");

    private FilterTerms() {}

    /** The term for a column's value in a row; empty when the column cannot be asked for, or shows nothing. */
    public static Optional<String> of(String column, ExchangeSummary exchange) {
        if (column.equals("status")) return Optional.of(status(exchange));
        if (!TEXT_COLUMNS.contains(column)) return Optional.empty();
        String field = FIELDS.getOrDefault(column, column);
        List<String> values = Fields.byName(field).orElseThrow().texts().apply(exchange);
        if (values.isEmpty()) return Optional.empty();
        List<String> asked = column.equals("agent") ? List.of(values.getLast()) : values;
        return Optional.of(
                asked.stream().map(value -> field + ":" + quoted(value)).collect(Collectors.joining(" ")));
    }

    /** The term that passes the others. */
    public static Optional<String> without(String column, ExchangeSummary exchange) {
        return of(column, exchange).map(term -> "not " + (term.contains(" ") ? "(" + term + ")" : term));
    }

    private static String status(ExchangeSummary exchange) {
        boolean telling = exchange.status() != 0 && !exchange.inFlight();
        return telling
                ? "status=" + exchange.status()
                : "outcome:" + exchange.outcome().label();
    }

    /** The term that passes exchanges whose {@code field} holds this value. */
    public static String term(String field, String value) {
        return field + ":" + quoted(value);
    }

    /** A value as the language takes it. */
    static String quoted(String value) {
        return PLAIN.matcher(value).matches()
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
