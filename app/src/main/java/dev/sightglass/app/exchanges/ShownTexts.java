package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.Locale;
import java.util.stream.Stream;

/** What a row says in the table's own words, for plain texts in queries. Thread-safe. */
public final class ShownTexts {
    private ShownTexts() {}

    /** Whether the row's number, state or model, as the table writes them, holds the text, letter case aside. */
    public static boolean hold(ExchangeSummary exchange, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Stream.of(exchange.id().toString(), RowState.label(exchange), Facts.model(exchange))
                .anyMatch(shown -> shown.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
