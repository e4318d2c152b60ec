package dev.sightglass.app.inspector.usage;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.KeyValue;
import dev.sightglass.app.control.KeyValueSection;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Money;
import dev.sightglass.app.inspector.CostLine;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.pricing.Price;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the call and its conversation so far have cost, with the prices, where they were read and when. */
final class CostSection {
    private CostSection() {}

    static KeyValueSection of(ExchangeSummary exchange, List<ExchangeSummary> turns, CostCalculator costs) {
        List<KeyValue> lines = new ArrayList<>();
        lines.add(CostLine.of(text("inspector.usage.cost.call"), exchange, costs));
        if (turns.size() > 1) lines.add(sum(turns, costs));
        costs.price(exchange).ifPresent(price -> addPrice(lines, price));
        return new KeyValueSection(text("inspector.usage.cost"), lines);
    }

    private static KeyValue sum(List<ExchangeSummary> turns, CostCalculator costs) {
        List<@Nullable BigDecimal> all = new ArrayList<>();
        for (ExchangeSummary turn : turns) all.add(costs.cost(turn));
        BigDecimal sum = BigDecimal.ZERO;
        int unknown = 0;
        for (BigDecimal one : all) {
            if (one == null) unknown++;
            else sum = sum.add(one);
        }
        String name = text("inspector.usage.cost.turns", turns.size());
        if (unknown == turns.size()) return new KeyValue(name, Human.ABSENT, null, "muted");
        String words =
                unknown == 0 ? Money.human(sum) : text("inspector.usage.cost.atLeast", Money.human(sum), unknown);
        return KeyValue.of(name, words, Money.exact(sum));
    }

    private static void addPrice(List<KeyValue> lines, Price price) {
        lines.add(KeyValue.mono(text("inspector.usage.price.name"), price.name()));
        add(lines, "inspector.usage.price.input", price.input());
        add(lines, "inspector.usage.price.cached", price.cachedInput());
        add(lines, "inspector.usage.price.written", price.cacheWrite());
        add(lines, "inspector.usage.price.output", price.output());
        lines.add(
                new KeyValue(text("inspector.usage.price.source"), shortened(price.source()), price.source(), "muted"));
        lines.add(new KeyValue(text("inspector.usage.price.asOf"), price.asOf().toString(), null, "muted"));
    }

    /** An address by its host. */
    private static String shortened(String source) {
        return source.startsWith("https://") ? URI.create(source).getHost() : source;
    }

    private static void add(List<KeyValue> lines, String key, @Nullable BigDecimal dollars) {
        if (dollars != null)
            lines.add(KeyValue.of(
                    text(key), text("inspector.usage.price.million", Money.human(dollars)), Money.exact(dollars)));
    }
}
