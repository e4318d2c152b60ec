package dev.sightglass.engine.pricing;

import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Usage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns token counts into money. Thread-safe; the table may be exchanged while it is in use. */
public final class CostCalculator {
    private static final BigDecimal MILLIONTH = new BigDecimal("0.000001");

    private final Supplier<PriceTable> table;

    /** By which a price is looked up. */
    private record Names(
            @Nullable String deployment, @Nullable String reportedModel) {}

    /** The prices found in a table so far: thousands of exchanges name the same few models. */
    private record Found(PriceTable table, Map<Names, Optional<Price>> prices) {
        @Nullable
        Price of(Names names) {
            return prices.computeIfAbsent(names, n -> table.find(n.deployment(), n.reportedModel()))
                    .orElse(null);
        }
    }

    private volatile Found found = new Found(PriceTable.EMPTY, new ConcurrentHashMap<>());

    public CostCalculator(Supplier<PriceTable> table) {
        this.table = table;
    }

    /** What an exchange cost in US dollars, exact; null when a count or a price it needs is not known. */
    public @Nullable BigDecimal cost(ExchangeSummary exchange) {
        Usage usage = exchange.answer().usage();
        String deployment =
                exchange.route() == null ? null : exchange.route().deployment().name();
        return usage == null ? null : cost(usage, deployment, exchange.answer().reportedModel());
    }

    /** The prices that an exchange is reckoned with; empty when none is known for its deployment and model. */
    public Optional<Price> price(ExchangeSummary exchange) {
        String deployment =
                exchange.route() == null ? null : exchange.route().deployment().name();
        return table.get().find(deployment, exchange.answer().reportedModel());
    }

    /**
     * What the tokens cost in US dollars, exact; null when a count or a price it needs is not known, and for estimated
     * counts: an invoice is never guessed.
     */
    public @Nullable BigDecimal cost(Usage usage, @Nullable String deployment, @Nullable String reportedModel) {
        if (usage.source() == Usage.Source.ESTIMATED || usage.input() == null || usage.output() == null) return null;
        Price price = found().of(new Names(deployment, reportedModel));
        return price == null ? null : cost(usage, price);
    }

    private Found found() {
        PriceTable now = table.get();
        Found known = found;
        if (known.table() == now) return known;
        Found anew = new Found(now, new ConcurrentHashMap<>());
        found = anew;
        return anew;
    }

    private static @Nullable BigDecimal cost(Usage usage, Price price) {
        BigDecimal input = part(usage.input(), price.input());
        BigDecimal cached = part(usage.cacheRead(), price.cachedInput());
        BigDecimal written = part(usage.cacheCreation(), price.cacheWrite());
        BigDecimal output = output(usage, price);
        if (input == null || cached == null || written == null || output == null) return null;
        BigDecimal sum = input.add(cached).add(written).add(output).multiply(MILLIONTH);
        return sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
    }

    /** Null as well when reasoning has a price of its own and nobody said how much of the output it was. */
    private static @Nullable BigDecimal output(Usage usage, Price price) {
        Long all = usage.output();
        if (price.reasoning() == null || all == null) return part(all, price.output());
        Long thought = usage.reasoning();
        if (thought == null) return null;
        BigDecimal said = part(Math.max(0, all - thought), price.output());
        BigDecimal reasoned = part(thought, price.reasoning());
        return said == null || reasoned == null ? null : said.add(reasoned);
    }

    /** Null when tokens were used whose price is not known. */
    private static @Nullable BigDecimal part(@Nullable Long tokens, @Nullable BigDecimal price) {
        if (tokens == null || tokens == 0) return BigDecimal.ZERO;
        return price == null ? null : price.multiply(BigDecimal.valueOf(tokens));
    }
}
