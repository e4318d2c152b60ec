package dev.sightglass.app.dashboard;

import dev.sightglass.app.exchanges.Sums;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the figures of a set of exchanges show. Made off the FX thread from summaries alone.
 *
 * @param sums counts, tokens and money
 * @param byTurn whether the groups are of turns; of a single turn they are of exchanges
 * @param groups the exchanges turn by turn, oldest first; several turns together where there are too many to draw
 * @param spans the exchanges by time, in equal parts from the first start to the last
 * @param byAgent money by agent, the dearest first
 * @param byModel money by model, the dearest first
 * @param tools the tools that the answers called, the most used first
 * @param slowest by duration, the longest first
 * @param dearest by cost, the highest first
 */
record DashboardModel(
        Sums sums,
        boolean byTurn,
        List<Group> groups,
        List<Span> spans,
        List<Share> byAgent,
        List<Share> byModel,
        Latency ttft,
        Latency total,
        List<Tool> tools,
        List<Ranked> slowest,
        List<Ranked> dearest) {

    /**
     * One turn or exchange, or some in a row.
     *
     * @param first number of the first turn, from 1 on, or of the first exchange
     * @param last number of the last one
     * @param prompt the beginning of the first one's prompt
     */
    record Group(long first, long last, @Nullable String prompt, Tokens tokens) {}

    /** Tokens that Azure reported. */
    record Tokens(long cached, long created, long fresh, long output) {
        /** The part of the input that came from the cache; null without input. */
        @Nullable
        Double cacheShare() {
            long input = cached + created + fresh;
            return input == 0 ? null : (Double) ((double) cached / input);
        }
    }

    /** @param spent US dollars up to the end of the span, those before included */
    record Span(Instant from, Instant to, int exchanges, int errors, BigDecimal spent) {}

    /** @param cost null when none of it is known */
    record Share(String name, @Nullable BigDecimal cost, int exchanges, int unpriced) {}

    /** Percentiles by rank; null where there are no times. */
    record Latency(
            int count,
            @Nullable Duration p50,
            @Nullable Duration p95,
            @Nullable Duration p99) {}

    /**
     * @param failed calls whose result was an error
     * @param untilResult median time from the answer with the call to the request with its result; null when not known
     */
    record Tool(
            String name, int calls, int failed, @Nullable Duration untilResult) {}

    record Ranked(
            ExchangeId id,
            @Nullable String title,
            Duration duration,
            @Nullable BigDecimal cost) {}

    /**
     * @param exchanges by number
     * @param cost US dollars, or null when unknown
     * @param turns names the turn of an exchange, or null
     */
    static DashboardModel of(
            List<ExchangeSummary> exchanges,
            Function<ExchangeSummary, @Nullable BigDecimal> cost,
            Function<ExchangeSummary, ? extends @Nullable Object> turns) {
        MoneyTally money = new MoneyTally(cost);
        TurnTally byTurn = new TurnTally(turns);
        TurnTally byExchange = new TurnTally(exchange -> usage(exchange) ? exchange.id() : null);
        ToolTally tools = new ToolTally();
        for (ExchangeSummary exchange : exchanges) {
            money.add(exchange);
            byTurn.add(exchange);
            if (byTurn.size() < 2) byExchange.add(exchange);
            tools.add(exchange);
        }
        boolean several = byTurn.size() > 1;
        return new DashboardModel(
                money.sums(),
                several,
                several ? byTurn.groups() : byExchange.groups(),
                money.spans(exchanges),
                money.byAgent(),
                money.byModel(),
                Percentiles.of(exchanges, exchange -> exchange.timings().ttft()),
                Percentiles.of(exchanges, exchange -> exchange.timings().duration()),
                tools.tools(),
                money.slowest(exchanges),
                money.dearest());
    }

    private static boolean usage(ExchangeSummary exchange) {
        return exchange.answer().usage() != null;
    }
}
