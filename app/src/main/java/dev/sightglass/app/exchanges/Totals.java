package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Running sums over a set of exchanges; members come and go one by one. Not thread-safe. */
public final class Totals {
    private final Function<ExchangeSummary, @Nullable BigDecimal> cost;
    private int count;
    private int errors;
    private int inFlight;
    private long input;
    private long cached;
    private long output;
    private BigDecimal dollars = BigDecimal.ZERO;
    private int unpriced;
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
     * @param unpriced exchanges with usage whose price is not known
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
        count(exchange, 1);
        Duration ttft = exchange.timings().ttft();
        if (ttft != null) ttfts.add(ttft.toNanos());
    }

    /** {@code exchange} must be in the very state in which it was added. */
    public void remove(ExchangeSummary exchange) {
        count(exchange, -1);
        Duration ttft = exchange.timings().ttft();
        if (ttft != null) ttfts.remove(ttft.toNanos());
    }

    public void addAll(Collection<ExchangeSummary> exchanges) {
        exchanges.forEach(this::add);
    }

    public View view() {
        return new View(count, inFlight, errors, input, cached, output, dollars, unpriced, ttfts.median());
    }

    private void count(ExchangeSummary exchange, int sign) {
        RowState state = RowState.of(exchange);
        count += sign;
        if (state.failed()) errors += sign;
        if (state.inFlight()) inFlight += sign;
        Usage usage = exchange.answer().usage();
        if (usage == null || usage.source() == Usage.Source.ESTIMATED) return;
        input += sign * orZero(usage.totalInput());
        cached += sign * orZero(usage.cacheRead());
        output += sign * orZero(usage.output());
        BigDecimal price = cost.apply(exchange);
        if (price == null) unpriced += sign;
        else dollars = sign > 0 ? dollars.add(price) : dollars.subtract(price);
    }

    private static long orZero(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }
}
