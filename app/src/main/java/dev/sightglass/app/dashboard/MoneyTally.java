package dev.sightglass.app.dashboard;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.dashboard.DashboardModel.Ranked;
import dev.sightglass.app.dashboard.DashboardModel.Share;
import dev.sightglass.app.dashboard.DashboardModel.Span;
import dev.sightglass.app.exchanges.RowState;
import dev.sightglass.app.exchanges.Sums;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.RequestFacts.Endpoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds up money: all of it, by agent, by model and by time; finds the dearest and the slowest. */
final class MoneyTally {
    private static final int MOST_SHARES = 6;
    private static final int MOST_RANKED = 5;
    private static final int SPANS = 48;

    private final Function<ExchangeSummary, @Nullable BigDecimal> cost;
    private final Sums sums = new Sums();
    private final Map<String, Sums> byAgent = new HashMap<>();
    private final Map<String, Sums> byModel = new HashMap<>();
    private final IdentityHashMap<ExchangeSummary, BigDecimal> costs = new IdentityHashMap<>();
    private final PriorityQueue<ExchangeSummary> dearest =
            new PriorityQueue<>(Comparator.comparing(exchange -> costOf(exchange)));

    MoneyTally(Function<ExchangeSummary, @Nullable BigDecimal> cost) {
        this.cost = cost;
    }

    void add(ExchangeSummary exchange) {
        BigDecimal dollars = cost.apply(exchange);
        sums.add(exchange, dollars);
        if (exchange.request().endpoint() == Endpoint.MESSAGES) {
            byAgent.computeIfAbsent(agent(exchange), _ -> new Sums()).add(exchange, dollars);
            byModel.computeIfAbsent(model(exchange), _ -> new Sums()).add(exchange, dollars);
        }
        if (dollars == null || dollars.signum() == 0) return;
        costs.put(exchange, dollars);
        dearest.add(exchange);
        if (dearest.size() > MOST_RANKED) dearest.remove();
    }

    private BigDecimal costOf(ExchangeSummary exchange) {
        return costs.getOrDefault(exchange, BigDecimal.ZERO);
    }

    private static String agent(ExchangeSummary exchange) {
        ClientInfo client = exchange.client();
        if (client.agentId() == null) return text("agent.main");
        if (client.agentType() != null) return client.agentType();
        String task = exchange.request().title();
        return task == null ? client.agentId() : task;
    }

    private static String model(ExchangeSummary exchange) {
        if (exchange.answer().reportedModel() != null) return exchange.answer().reportedModel();
        if (exchange.route() != null) return exchange.route().deployment().name();
        String requested = exchange.request().requestedModel();
        return requested == null ? text("dashboard.model.unknown") : requested;
    }

    Sums sums() {
        return sums;
    }

    List<Share> byAgent() {
        return shares(byAgent);
    }

    List<Share> byModel() {
        return shares(byModel);
    }

    private static List<Share> shares(Map<String, Sums> sums) {
        return sums.entrySet().stream()
                .map(e -> new Share(
                        e.getKey(),
                        e.getValue().cost(),
                        e.getValue().count(),
                        e.getValue().unpriced()))
                .sorted(Comparator.<Share, BigDecimal>comparing(
                                share -> share.cost() == null ? BigDecimal.ZERO : share.cost())
                        .thenComparingInt(Share::exchanges)
                        .reversed())
                .limit(MOST_SHARES)
                .toList();
    }

    List<Ranked> dearest() {
        List<ExchangeSummary> found = new ArrayList<>(dearest);
        found.sort(Comparator.comparing(this::costOf).reversed().thenComparing(ExchangeSummary::id));
        return found.stream().map(this::ranked).toList();
    }

    List<Ranked> slowest(List<ExchangeSummary> exchanges) {
        PriorityQueue<ExchangeSummary> longest = new PriorityQueue<>(Comparator.comparing(MoneyTally::duration));
        for (ExchangeSummary exchange : exchanges) {
            if (exchange.timings().duration() == null) continue;
            longest.add(exchange);
            if (longest.size() > MOST_RANKED) longest.remove();
        }
        List<ExchangeSummary> found = new ArrayList<>(longest);
        found.sort(Comparator.comparing(MoneyTally::duration).reversed().thenComparing(ExchangeSummary::id));
        return found.stream().map(this::ranked).toList();
    }

    private Ranked ranked(ExchangeSummary exchange) {
        return new Ranked(exchange.id(), exchange.request().title(), duration(exchange), costs.get(exchange));
    }

    private static Duration duration(ExchangeSummary exchange) {
        Duration duration = exchange.timings().duration();
        return duration == null ? Duration.ZERO : duration;
    }

    /** Equal parts from the first start to the last; one part for a single moment. */
    List<Span> spans(List<ExchangeSummary> exchanges) {
        if (exchanges.isEmpty()) return List.of();
        Instant first = exchanges.getFirst().startedAt();
        Instant last = first;
        for (ExchangeSummary exchange : exchanges) {
            if (exchange.startedAt().isBefore(first)) first = exchange.startedAt();
            if (exchange.startedAt().isAfter(last)) last = exchange.startedAt();
        }
        long width = Math.max(1, Duration.between(first, last).toNanos() / SPANS + 1);
        int parts = (int) (Duration.between(first, last).toNanos() / width) + 1;
        int[] counts = new int[parts];
        int[] errors = new int[parts];
        BigDecimal[] spent = new BigDecimal[parts];
        Arrays.fill(spent, BigDecimal.ZERO);
        for (ExchangeSummary exchange : exchanges) {
            int part = (int) (Duration.between(first, exchange.startedAt()).toNanos() / width);
            counts[part]++;
            if (RowState.of(exchange).failed()) errors[part]++;
            spent[part] = spent[part].add(costOf(exchange));
        }
        return spans(first, width, counts, errors, spent);
    }

    private static List<Span> spans(Instant first, long width, int[] counts, int[] errors, BigDecimal[] spent) {
        List<Span> spans = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < counts.length; i++) {
            sum = sum.add(spent[i]);
            Instant from = first.plusNanos(i * width);
            spans.add(new Span(from, from.plusNanos(width), counts[i], errors[i], sum));
        }
        return spans;
    }
}
