package dev.sightglass.app.filter;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.filter.Field;
import dev.sightglass.engine.filter.Fields;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Terms of the query language about what one row shows in a column: each that is not an exclusion passes that row. */
public final class FilterTerms {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./@+-][\\p{L}\\p{N}_./@:+-]*");

    /** Columns whose name is not the field's. */
    private static final Map<String, String> FIELDS = Map.of(
            "number", "id",
            "total", "duration",
            "model", "requested",
            "called", "tool",
            "offered", "tools",
            "requestSize", "size",
            "responseSize", "response");

    private FilterTerms() {}

    /**
     * A way to narrow the table.
     *
     * @param key of its words, {@code menu.}something
     * @param shown what the words name
     * @param term to be added to the query
     */
    public record Offer(String key, String shown, String term) {
        private Offer(String key, String term) {
            this(key, term, term);
        }

        /** As menus say it. */
        public String title() {
            return Messages.text(key, shown);
        }
    }

    /** What a column's value in a row offers; nothing when the column cannot be asked for, or shows nothing. */
    public static List<Offer> offers(
            String column, ExchangeSummary exchange, Function<ExchangeSummary, @Nullable BigDecimal> costs) {
        if (column.equals("status")) return status(exchange);
        Field field = Fields.byName(FIELDS.getOrDefault(column, column)).orElse(null);
        if (field == null) return List.of();
        return switch (field.unit()) {
            case TEXT -> texts(column, field, exchange);
            case TIME -> ordered("menu.from", "menu.upTo", NumberTerms.ofTime(field, exchange));
            case MONEY -> ordered("menu.filterBy", "menu.filterBy", NumberTerms.ofMoney(field, costs.apply(exchange)));
            case DURATION -> ordered("menu.filterBy", "menu.filterBy", NumberTerms.ofDuration(field, exchange));
            case COUNT, SIZE -> counts(field, exchange);
        };
    }

    private static List<Offer> status(ExchangeSummary exchange) {
        boolean telling = exchange.status() != 0 && !exchange.inFlight();
        if (!telling) return both("outcome:" + exchange.outcome().label());
        List<Offer> offers = new ArrayList<>(both("status=" + exchange.status()));
        offers.add(new Offer("menu.filterBy", "status>=" + exchange.status() / 100 * 100));
        offers.add(new Offer("menu.filterBy", "outcome:" + exchange.outcome().label()));
        return offers;
    }

    private static List<Offer> texts(String column, Field field, ExchangeSummary exchange) {
        List<String> values = field.texts().apply(exchange).stream().distinct().toList();
        if (values.isEmpty()) return List.of();
        if (column.equals("agent")) return both(term(field.name(), values.getLast()));
        List<String> terms =
                values.stream().map(value -> term(field.name(), value)).toList();
        List<Offer> offers = new ArrayList<>(both(String.join(" ", terms)));
        if (terms.size() > 1) for (String each : terms) offers.add(new Offer("menu.filterBy", each));
        return offers;
    }

    private static List<Offer> counts(Field field, ExchangeSummary exchange) {
        List<String> terms = NumberTerms.ofCount(field, exchange);
        return terms.stream().map(term -> new Offer("menu.filterBy", term)).collect(Collectors.toList());
    }

    /** @param terms at least, at most; or none */
    private static List<Offer> ordered(String least, String most, List<String> terms) {
        return terms.isEmpty()
                ? List.of()
                : List.of(new Offer(least, terms.getFirst()), new Offer(most, terms.getLast()));
    }

    private static List<Offer> both(String term) {
        String without = "not " + (term.contains(" ") ? "(" + term + ")" : term);
        return List.of(new Offer("menu.filterBy", term), new Offer("menu.exclude", term, without));
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
