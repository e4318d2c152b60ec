package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestFacts.Endpoint;
import dev.sightglass.engine.model.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Running counts, tokens and money of a set of exchanges; members come and go one by one, cheaply. Not thread-safe. */
public final class Sums {
    private int count;
    private int errors;
    private int inFlight;
    private long input;
    private long cached;
    private long output;
    private BigDecimal dollars = BigDecimal.ZERO;
    private int priced;
    private int unpriced;

    /** {@code cost} in US dollars, or null when unknown. */
    public void add(ExchangeSummary exchange, @Nullable BigDecimal cost) {
        count(exchange, cost, 1);
    }

    /** Both must be what was added. */
    public void remove(ExchangeSummary exchange, @Nullable BigDecimal cost) {
        count(exchange, cost, -1);
    }

    /** Adds what others have summed up. */
    public void add(Sums others) {
        addTimes(others, 1);
    }

    /** Takes away what {@link #add(Sums)} added. */
    public void remove(Sums others) {
        addTimes(others, -1);
    }

    private void addTimes(Sums others, int sign) {
        count += sign * others.count;
        errors += sign * others.errors;
        inFlight += sign * others.inFlight;
        input += sign * others.input;
        cached += sign * others.cached;
        output += sign * others.output;
        dollars = dollars.add(sign > 0 ? others.dollars : others.dollars.negate());
        priced += sign * others.priced;
        unpriced += sign * others.unpriced;
    }

    /** Without usage there is nothing that a cost could be reckoned from. */
    private void count(ExchangeSummary exchange, @Nullable BigDecimal reckoned, int sign) {
        BigDecimal cost = exchange.answer().usage() == null ? null : reckoned;
        RowState state = RowState.of(exchange);
        count += sign;
        if (state.failed()) errors += sign;
        if (state.inFlight()) inFlight += sign;
        Usage usage = exchange.answer().usage();
        if (usage != null && usage.source() == Usage.Source.REPORTED) {
            input += sign * orZero(usage.totalInput());
            cached += sign * orZero(usage.cacheRead());
            output += sign * orZero(usage.output());
        }
        if (cost != null) {
            priced += sign;
            dollars = sign > 0 ? dollars.add(cost) : dollars.subtract(cost);
        } else if (costsSomething(exchange)) {
            unpriced += sign;
        }
    }

    /** Answers cost money; so does what was answered before the client left. */
    private static boolean costsSomething(ExchangeSummary exchange) {
        if (exchange.request().endpoint() != Endpoint.MESSAGES || exchange.inFlight()) return false;
        if (exchange.answer().usage() != null) return true;
        return switch (exchange.outcome()) {
            case Outcome.Succeeded _ -> exchange.attempts() > 0;
            case Outcome.Cancelled _ -> exchange.responseSize() > 0 && exchange.attempts() > 0;
            case Outcome.InFlight _,
                    Outcome.ApiError _,
                    Outcome.TransportError _,
                    Outcome.Rejected _,
                    Outcome.Interrupted _ -> false;
        };
    }

    private static long orZero(@Nullable Long tokens) {
        return tokens == null ? 0 : tokens;
    }

    public int count() {
        return count;
    }

    public int inFlight() {
        return inFlight;
    }

    public int errors() {
        return errors;
    }

    /** All reported input tokens, with those read from the cache. */
    public long input() {
        return input;
    }

    public long cached() {
        return cached;
    }

    public long output() {
        return output;
    }

    /** US dollars of the exchanges whose cost is known; null when none is known. */
    public @Nullable BigDecimal cost() {
        return priced == 0 ? null : dollars;
    }

    /** The same, zero when none is known. */
    BigDecimal dollars() {
        return dollars;
    }

    /** Exchanges that cost something, but how much is not known. */
    public int unpriced() {
        return unpriced;
    }
}
