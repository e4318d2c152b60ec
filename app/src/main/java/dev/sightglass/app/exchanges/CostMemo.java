package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Costs that were reckoned before: a hundred thousand rows are summed and sorted at each key stroke, and the same summary costs
 * the same until prices change. Bounded; thread-safe.
 */
public final class CostMemo implements Function<ExchangeSummary, @Nullable BigDecimal> {
    /** A power of two: rows beyond it displace older ones, whose costs are then reckoned again. */
    private static final int PLACES = 1 << 17;

    private final Function<ExchangeSummary, @Nullable BigDecimal> costs;
    private volatile AtomicReferenceArray<@Nullable Known> known = new AtomicReferenceArray<>(PLACES);

    /** @param cost may be null: unknown */
    private record Known(ExchangeSummary summary, @Nullable BigDecimal cost) {}

    /** {@code costs} gives US dollars, or null when unknown; it may be called on any thread. */
    public CostMemo(Function<ExchangeSummary, @Nullable BigDecimal> costs) {
        this.costs = costs;
    }

    @Override
    public @Nullable BigDecimal apply(ExchangeSummary exchange) {
        AtomicReferenceArray<@Nullable Known> places = known;
        int place = (int) exchange.id().number() & PLACES - 1;
        Known found = places.getPlain(place);
        if (found != null && found.summary() == exchange) return found.cost();
        BigDecimal cost = costs.apply(exchange);
        places.setRelease(place, new Known(exchange, cost));
        return cost;
    }

    /** Forgets all, after prices have changed. */
    public void clear() {
        known = new AtomicReferenceArray<>(PLACES);
    }
}
