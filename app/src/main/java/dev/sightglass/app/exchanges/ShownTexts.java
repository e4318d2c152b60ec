package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.List;

/** What a row says in the table's own words, for plain texts in queries. Thread-safe. */
public final class ShownTexts {
    private ShownTexts() {}

    /** The row's state and model, as the table writes them. */
    public static List<String> of(ExchangeSummary exchange) {
        return List.of(RowState.label(exchange), Facts.model(exchange));
    }

    /** Whether the row's number, as the table writes it, holds the text. */
    public static boolean numberHolds(ExchangeId id, String text) {
        for (int i = 0; i < text.length(); i++) if (!Character.isDigit(text.charAt(i))) return false;
        return id.toString().contains(text);
    }
}
