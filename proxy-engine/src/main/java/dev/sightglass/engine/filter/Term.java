package dev.sightglass.engine.filter;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.function.Predicate;

/** A part of a query. */
sealed interface Term {
    boolean test(ExchangeSummary exchange, TextHits hits);

    /** All of these; none at all is true. */
    record All(List<Term> terms) implements Term {
        @Override
        public boolean test(ExchangeSummary exchange, TextHits hits) {
            for (Term term : terms) if (!term.test(exchange, hits)) return false;
            return true;
        }
    }

    /** At least one of these. */
    record Any(List<Term> terms) implements Term {
        @Override
        public boolean test(ExchangeSummary exchange, TextHits hits) {
            for (Term term : terms) if (term.test(exchange, hits)) return true;
            return false;
        }
    }

    /** Not this. */
    record Not(Term term) implements Term {
        @Override
        public boolean test(ExchangeSummary exchange, TextHits hits) {
            return !term.test(exchange, hits);
        }
    }

    /** A field compared with a value. */
    record Comparison(Predicate<ExchangeSummary> test) implements Term {
        @Override
        public boolean test(ExchangeSummary exchange, TextHits hits) {
            return test.test(exchange);
        }
    }

    /** A plain text: in the row or in the content. */
    record Text(String text, Predicate<ExchangeSummary> held) implements Term {
        /** Asked of the single texts of a row. */
        static Text of(String text) {
            TextMemo single = TextMemo.holding(text);
            return new Text(text, exchange -> RowTexts.any(exchange, single));
        }

        @Override
        public boolean test(ExchangeSummary exchange, TextHits hits) {
            return held.test(exchange) || hits.holds(exchange.id(), text);
        }
    }
}
