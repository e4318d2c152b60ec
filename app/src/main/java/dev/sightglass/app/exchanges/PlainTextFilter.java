package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Passes exchanges in whose summary every one of some words occurs, letter case aside. Thread-safe. */
public record PlainTextFilter(List<String> words) implements Predicate<ExchangeSummary> {
    /** The words of what was typed. */
    public static PlainTextFilter of(String typed) {
        String plain = typed.strip().toLowerCase(Locale.ROOT);
        return new PlainTextFilter(plain.isEmpty() ? List.of() : List.of(plain.split("\\s+")));
    }

    public PlainTextFilter {
        words = List.copyOf(words);
    }

    @Override
    public boolean test(ExchangeSummary exchange) {
        for (String word : words) if (!holds(exchange, word)) return false;
        return true;
    }

    private static boolean holds(ExchangeSummary exchange, String word) {
        return contains(Facts.model(exchange), word)
                || contains(Facts.deployment(exchange), word)
                || contains(exchange.answer().reportedModel(), word)
                || contains(RowState.label(exchange), word)
                || contains(exchange.outcome().label(), word)
                || contains(exchange.outcome().message(), word)
                || contains(Facts.agent(exchange), word)
                || contains(exchange.client().sessionId(), word)
                || contains(exchange.client().agentId(), word)
                || contains(exchange.answer().stopReason(), word)
                || contains(exchange.request().title(), word)
                || contains(exchange.request().path(), word)
                || contains(exchange.annotation().note(), word)
                || contains(exchange.id().toString(), word)
                || exchange.answer().toolsCalled().stream().anyMatch(tool -> contains(tool, word));
    }

    private static boolean contains(@Nullable String text, String word) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(word);
    }
}
