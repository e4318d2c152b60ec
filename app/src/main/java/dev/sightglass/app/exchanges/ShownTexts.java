package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.Locale;

/** What a row says in the table's own words, for plain texts in queries. Thread-safe. */
public final class ShownTexts {
    private ShownTexts() {}

    /** Whether the row's number, state or model, as the table writes them, holds the text, letter case aside. */
    public static boolean hold(ExchangeSummary exchange, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return holds(RowState.label(exchange), wanted)
                || holds(Facts.model(exchange), wanted)
                || holds(exchange.id().toString(), wanted);
    }

    private static boolean holds(String shown, String wanted) {
        return shown.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
