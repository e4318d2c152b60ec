package dev.sightglass.engine.filter;

import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A query, ready to be asked of exchanges. Immutable. */
public final class ExchangeFilter implements Predicate<ExchangeSummary> {
    /** Lets everything through. */
    public static final ExchangeFilter ALL = new ExchangeFilter("", new Term.All(List.of()), Set.of());

    private final String query;
    private final Term term;
    private final Set<String> texts;

    ExchangeFilter(String query, Term term, Set<String> texts) {
        this.query = query;
        this.term = term;
        this.texts = Set.copyOf(texts);
    }

    /**
     * Reads a query; an empty one lets everything through.
     *
     * @throws FilterSyntaxException when it is not understood; it names the column
     */
    public static ExchangeFilter parse(String query) throws FilterSyntaxException {
        return parse(query, _ -> null);
    }

    /**
     * The same where costs can be asked for.
     *
     * @param costs dollars that an exchange cost, null when unknown; may be called on any thread
     */
    public static ExchangeFilter parse(String query, Function<ExchangeSummary, @Nullable BigDecimal> costs)
            throws FilterSyntaxException {
        return query.isBlank() ? ALL : new FilterParser(query, costs, Term.Text::of).parse();
    }

    /**
     * The same for many queries in a row, each asked of many exchanges.
     *
     * @param rows what plain texts are looked for in
     */
    public static ExchangeFilter parse(
            String query, Function<ExchangeSummary, @Nullable BigDecimal> costs, FoldedTexts rows)
            throws FilterSyntaxException {
        return query.isBlank()
                ? ALL
                : new FilterParser(query, costs, text -> new Term.Text(text, rows.holding(text))).parse();
    }

    /** The query as it was written. */
    public String query() {
        return query;
    }

    /** Plain texts of the query: a store can be asked which exchanges hold them in their content. */
    public Set<String> texts() {
        return texts;
    }

    /** Asks with plain texts looked for in the row alone. */
    @Override
    public boolean test(ExchangeSummary exchange) {
        return term.test(exchange, TextHits.NONE);
    }

    /** This filter with plain texts looked for in the row and in what a search has found. */
    public Predicate<ExchangeSummary> with(TextHits hits) {
        return exchange -> term.test(exchange, hits);
    }

    @Override
    public String toString() {
        return query;
    }
}
