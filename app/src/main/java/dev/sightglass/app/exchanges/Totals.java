package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Running sums over a set of exchanges; members come and go one by one. Not thread-safe. */
public final class Totals {
    private final Function<ExchangeSummary, @Nullable BigDecimal> cost;
    private final Sums sums = new Sums();
    private final SortedTimes ttfts = new SortedTimes();

    /** Makes empty totals. */
    public interface Maker {
        Totals make();
    }

    /**
     * The sums at one moment. Token sums are of reported counts only.
     *
     * @param input all input tokens, with those read from the cache
     * @param cached input tokens read from the cache
     * @param cost US dollars of the exchanges whose price is known
     * @param unpriced exchanges that cost something, but how much is not known
     * @param ttftMedian null when no exchange has a TTFT
     */
    public record View(
            int count,
            int inFlight,
            int errors,
            long input,
            long cached,
            long output,
            BigDecimal cost,
            int unpriced,
            @Nullable Duration ttftMedian) {}

    /** {@code cost} gives US dollars, or null when unknown. */
    public Totals(Function<ExchangeSummary, @Nullable BigDecimal> cost) {
        this.cost = cost;
    }

    public void add(ExchangeSummary exchange) {
        sums.add(exchange, cost.apply(exchange));
        Duration ttft = exchange.timings().ttft();
        if (ttft != null) ttfts.add(ttft.toNanos());
    }

    /** {@code exchange} must be in the very state in which it was added. */
    public void remove(ExchangeSummary exchange) {
        sums.remove(exchange, cost.apply(exchange));
        Duration ttft = exchange.timings().ttft();
        if (ttft != null) ttfts.remove(ttft.toNanos());
    }

    public void addAll(Collection<ExchangeSummary> exchanges) {
        exchanges.forEach(this::add);
    }

    int count() {
        return sums.count();
    }

    public View view() {
        return new View(
                sums.count(),
                sums.inFlight(),
                sums.errors(),
                sums.input(),
                sums.cached(),
                sums.output(),
                sums.dollars(),
                sums.unpriced(),
                ttfts.median());
    }
}
