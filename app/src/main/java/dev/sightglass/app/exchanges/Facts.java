package dev.sightglass.app.exchanges;

import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.Usage;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What columns say of an exchange that it does not say in one field. Unknown is null. */
final class Facts {
    private static final int SHORT_ID = 8;

    private Facts() {}

    static @Nullable String agent(ExchangeSummary exchange) {
        ClientInfo client = exchange.client();
        if (client.agentType() != null) return client.agentType();
        if (client.agentId() != null) return shortId(client.agentId());
        return client.sessionId() == null ? null : Messages.text("agent.main");
    }

    /** The requested model; for requests without one, what was asked for. */
    static String model(ExchangeSummary exchange) {
        String model = exchange.request().requestedModel();
        return switch (exchange.request().endpoint()) {
            case MESSAGES -> model == null ? "" : model;
            case COUNT_TOKENS -> Messages.text("endpoint.count_tokens");
            case MODELS -> Messages.text("endpoint.models");
            case HELLO -> Messages.text("endpoint.hello");
            case OTHER -> exchange.request().path();
        };
    }

    static @Nullable String deployment(ExchangeSummary exchange) {
        return exchange.route() == null ? null : exchange.route().deployment().name();
    }

    static @Nullable String upstream(ExchangeSummary exchange) {
        return exchange.route() == null
                ? null
                : exchange.route().deployment().upstream().title();
    }

    static @Nullable String shortId(@Nullable String id) {
        return id == null || id.length() <= SHORT_ID ? id : id.substring(0, SHORT_ID);
    }

    /** A count that the upstream reported. */
    static @Nullable Long reported(ExchangeSummary exchange, Function<Usage, @Nullable Long> count) {
        Usage usage = exchange.answer().usage();
        return usage == null || usage.source() == Usage.Source.ESTIMATED ? null : count.apply(usage);
    }

    /** The duration; for an exchange in flight what has passed since its start. */
    static @Nullable Duration total(ExchangeSummary exchange, CellContext context) {
        if (!exchange.inFlight()) return exchange.timings().duration();
        Duration passed = Duration.between(exchange.startedAt(), context.clock().instant());
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    /** Output tokens per second after TTFT. */
    static @Nullable Double outputRate(ExchangeSummary exchange) {
        Long output = reported(exchange, Usage::output);
        Timings timings = exchange.timings();
        if (output == null || timings.firstContent() == Timings.UNSET || timings.ended() <= timings.firstContent())
            return null;
        return output / ((timings.ended() - timings.firstContent()) / 1e9);
    }

    static @Nullable Double cachedShare(ExchangeSummary exchange) {
        Long cached = reported(exchange, Usage::cacheRead);
        Long input = reported(exchange, Usage::totalInput);
        return cached == null || input == null || input == 0 ? null : (double) cached / input;
    }

    static String cachedText(ExchangeSummary exchange) {
        Double share = cachedShare(exchange);
        return share == null ? "" : Human.percent(share);
    }

    /** Three figures. */
    static String rateText(ExchangeSummary exchange) {
        Double rate = outputRate(exchange);
        if (rate == null) return "";
        return String.format(Locale.ROOT, rate < 9.995 ? "%.2f" : rate < 99.95 ? "%.1f" : "%.0f", rate);
    }

    static String cachedExactly(ExchangeSummary exchange) {
        Long cached = reported(exchange, Usage::cacheRead);
        Long input = reported(exchange, Usage::totalInput);
        if (cached == null || input == null) return "";
        return Messages.text("cell.cached", Human.exact(cached), Human.exact(input));
    }

    /** The phases of the waterfall in words. */
    static String phases(ExchangeSummary exchange) {
        Timings t = exchange.timings();
        return line("cell.phase.upload", between(0, t.requestRead()))
                + line("cell.phase.wait", t.ttfb())
                + line("cell.phase.thinking", between(t.firstUpstreamByte(), t.firstContent()))
                + line("cell.phase.stream", between(Math.max(t.firstContent(), t.firstUpstreamByte()), t.ended()));
    }

    private static String line(String key, @Nullable Duration duration) {
        return duration == null ? "" : Messages.text(key) + "  " + Human.duration(duration) + "\n";
    }

    private static @Nullable Duration between(long from, long to) {
        return from == Timings.UNSET || to == Timings.UNSET ? null : Duration.ofNanos(Math.max(0, to - from));
    }
}
