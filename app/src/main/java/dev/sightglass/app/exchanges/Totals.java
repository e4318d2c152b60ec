package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
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
    /** Nanoseconds, rising; the first {@code ttftCount} are in use. */
    private long[] ttfts = new long[16];

    private int ttftCount;

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
        if (ttft != null) insert(ttft.toNanos());
    }

    /** {@code exchange} must be in the very state in which it was added. */
    public void remove(ExchangeSummary exchange) {
        count(exchange, -1);
        Duration ttft = exchange.timings().ttft();
        if (ttft != null) delete(ttft.toNanos());
    }

    public void addAll(Collection<ExchangeSummary> exchanges) {
        long[] more = new long[exchanges.size()];
        int n = 0;
        for (ExchangeSummary exchange : exchanges) {
            count(exchange, 1);
            Duration ttft = exchange.timings().ttft();
            if (ttft != null) more[n++] = ttft.toNanos();
        }
        ttfts = Arrays.copyOf(ttfts, Math.max(16, ttftCount + n));
        System.arraycopy(more, 0, ttfts, ttftCount, n);
        ttftCount += n;
        Arrays.sort(ttfts, 0, ttftCount);
    }

    public View view() {
        Duration median = ttftCount == 0 ? null : Duration.ofNanos(ttfts[(ttftCount - 1) / 2]);
        return new View(count, inFlight, errors, input, cached, output, dollars, unpriced, median);
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

    private void insert(long nanos) {
        if (ttftCount == ttfts.length) ttfts = Arrays.copyOf(ttfts, ttftCount * 2);
        int found = Arrays.binarySearch(ttfts, 0, ttftCount, nanos);
        int place = found >= 0 ? found : -found - 1;
        System.arraycopy(ttfts, place, ttfts, place + 1, ttftCount - place);
        ttfts[place] = nanos;
        ttftCount++;
    }

    private void delete(long nanos) {
        int place = Arrays.binarySearch(ttfts, 0, ttftCount, nanos);
        if (place < 0) return;
        System.arraycopy(ttfts, place + 1, ttfts, place, ttftCount - place - 1);
        ttftCount--;
    }
}
