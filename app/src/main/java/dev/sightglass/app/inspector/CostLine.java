package dev.sightglass.app.inspector;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.KeyValue;
import dev.sightglass.app.format.Money;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Usage;
import dev.sightglass.engine.pricing.CostCalculator;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What one exchange cost, or why that is not known. */
public final class CostLine {
    private CostLine() {}

    public static KeyValue of(String key, ExchangeSummary exchange, CostCalculator costs) {
        BigDecimal cost = costs.cost(exchange);
        if (cost != null) return KeyValue.of(key, Money.human(cost), Money.exact(cost));
        return new KeyValue(
                key, text(counted(exchange.answer().usage()) ? "cost.noPrice" : "cost.noCounts"), null, "muted");
    }

    private static boolean counted(@Nullable Usage usage) {
        return usage != null
                && usage.source() == Usage.Source.REPORTED
                && usage.input() != null
                && usage.output() != null;
    }
}
