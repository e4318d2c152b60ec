package dev.sightglass.app.exchanges;

import dev.sightglass.engine.filter.Folding;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.Locale;

/** What a row says in the table's own words, for plain texts in queries. Thread-safe. */
public final class ShownTexts {
    private ShownTexts() {}

    /** Whether the row's number, state or model, as the table writes them, holds the text, letter case aside. */
    public static boolean hold(ExchangeSummary exchange, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Folding.holds(RowState.label(exchange), wanted)
                || Folding.holds(Facts.model(exchange), wanted)
                || (isNumber(wanted) && exchange.id().toString().contains(wanted));
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) if (!Character.isDigit(text.charAt(i))) return false;
        return true;
    }
}
