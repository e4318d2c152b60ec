package dev.sightglass.app.inspector.overview;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.KeyValue;
import dev.sightglass.app.control.KeyValueSection;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.inspector.CostLine;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.Usage;
import dev.sightglass.engine.pricing.CostCalculator;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the overview says.
 *
 * @param title what the call is about
 * @param state the outcome's label, for the colour
 * @param verdict how it stands or ended, in one sentence
 * @param hint what to do about it, or null
 */
record OverviewModel(
        String title,
        String state,
        String verdict,
        @Nullable String hint,
        List<KeyValueSection> sections) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    static OverviewModel of(ExchangeSummary exchange, CostCalculator costs) {
        Verdict verdict = Verdict.of(exchange);
        return new OverviewModel(
                title(exchange.request()),
                exchange.outcome().label(),
                verdict.sentence(),
                verdict.hint(),
                List.of(call(exchange), model(exchange), tokens(exchange, costs), time(exchange), ids(exchange)));
    }

    private static String title(RequestFacts request) {
        if (request.title() != null && !request.title().isBlank())
            return request.title().strip();
        return request.method() + " " + request.path();
    }

    private static KeyValueSection call(ExchangeSummary exchange) {
        RequestFacts request = exchange.request();
        List<KeyValue> lines = new ArrayList<>();
        lines.add(KeyValue.mono(text("inspector.overview.request"), request.method() + " " + request.path()));
        lines.add(KeyValue.of(text("inspector.overview.status"), status(exchange)));
        lines.add(KeyValue.of(text("inspector.overview.endedBy"), endedBy(exchange)));
        if (request.endpoint() == RequestFacts.Endpoint.MESSAGES) {
            lines.add(KeyValue.of(
                    text("inspector.overview.mode"),
                    text(request.stream() ? "inspector.overview.mode.stream" : "inspector.overview.mode.oneshot")));
            lines.add(KeyValue.of(
                    text("inspector.overview.messages"),
                    text("inspector.overview.messages.value", request.messages(), request.tools())));
            lines.add(KeyValue.of(text("inspector.overview.maxTokens"), number(request.maxTokens())));
            lines.add(KeyValue.of(text("inspector.overview.effort"), or(request.effort())));
            lines.add(KeyValue.of(text("inspector.overview.toolsCalled"), calls(exchange)));
            lines.add(KeyValue.of(text("inspector.overview.stopReason"), stop(exchange)));
        }
        lines.add(bytes("inspector.overview.sent", exchange.requestSize(), exchange.upstreamRequestSize()));
        lines.add(bytes("inspector.overview.received", exchange.upstreamResponseSize(), exchange.responseSize()));
        return new KeyValueSection(text("inspector.overview.call"), lines);
    }

    private static String status(ExchangeSummary exchange) {
        return exchange.status() == 0 ? Human.ABSENT : Integer.toString(exchange.status());
    }

    private static String endedBy(ExchangeSummary exchange) {
        Party party = exchange.outcome().endedBy();
        if (exchange.inFlight()) return text("inspector.overview.running");
        return party == null
                ? text("party.unknown")
                : text("party." + party.name().toLowerCase(Locale.ROOT));
    }

    private static String calls(ExchangeSummary exchange) {
        List<String> tools = exchange.answer().toolsCalled();
        return tools.isEmpty() ? Human.ABSENT : String.join(", ", tools);
    }

    private static String stop(ExchangeSummary exchange) {
        String stop = exchange.answer().stopReason();
        String finish = exchange.answer().upstreamFinish();
        if (stop == null) return finish == null ? Human.ABSENT : finish;
        return finish == null || finish.equals(stop) ? stop : text("inspector.overview.stop.both", stop, finish);
    }

    private static KeyValue bytes(String key, long first, long second) {
        return KeyValue.of(
                text(key),
                text("inspector.overview.bytes", Human.bytes(first), Human.bytes(second)),
                text("inspector.overview.bytes", Human.exact(first), Human.exact(second)));
    }

    private static KeyValueSection model(ExchangeSummary exchange) {
        Route route = exchange.route();
        Deployment deployment = route == null ? null : route.deployment();
        List<KeyValue> lines = new ArrayList<>();
        lines.add(KeyValue.mono(
                text("inspector.overview.requested"), or(exchange.request().requestedModel())));
        lines.add(KeyValue.mono(
                text("inspector.overview.deployment"), deployment == null ? Human.ABSENT : deployment.name()));
        lines.add(KeyValue.mono(
                text("inspector.overview.reported"), or(exchange.answer().reportedModel())));
        if (deployment != null) {
            lines.add(KeyValue.of(
                    text("inspector.overview.api"), deployment.upstream().title()));
            lines.add(KeyValue.mono(text("inspector.overview.apiVersion"), deployment.apiVersion()));
            lines.add(KeyValue.mono(text("inspector.overview.instance"), or(deployment.instance())));
            lines.add(KeyValue.mono(text("inspector.overview.endpoint"), deployment.endpoint()));
        }
        if (route != null) lines.add(KeyValue.of(text("inspector.overview.route"), route.reason()));
        lines.add(KeyValue.of(text("inspector.overview.attempts"), Integer.toString(exchange.attempts())));
        lines.add(KeyValue.of(text("inspector.overview.notes"), Integer.toString(exchange.notes())));
        return new KeyValueSection(text("inspector.overview.model"), lines);
    }

    private static KeyValueSection tokens(ExchangeSummary exchange, CostCalculator costs) {
        Usage usage = exchange.answer().usage();
        List<KeyValue> lines = new ArrayList<>();
        if (usage == null) {
            lines.add(new KeyValue(
                    text("inspector.overview.usage"),
                    text(exchange.inFlight() ? "inspector.overview.usage.notYet" : "inspector.overview.usage.absent"),
                    null,
                    "muted"));
        } else {
            boolean estimated = usage.source() == Usage.Source.ESTIMATED;
            lines.add(count("inspector.overview.input", usage.totalInput(), estimated));
            lines.add(count("inspector.overview.cached", usage.cacheRead(), estimated));
            lines.add(count("inspector.overview.output", usage.output(), estimated));
            lines.add(count("inspector.overview.reasoning", usage.reasoning(), estimated));
            lines.add(KeyValue.of(
                    text("inspector.overview.source"), text(estimated ? "usage.estimated" : "usage.reported")));
            lines.add(CostLine.of(text("inspector.overview.cost"), exchange, costs));
        }
        return new KeyValueSection(text("inspector.overview.tokens"), lines);
    }

    private static KeyValue count(String key, @Nullable Long count, boolean estimated) {
        String mark = estimated && count != null ? "≈ " : "";
        return KeyValue.of(text(key), mark + Human.count(count), mark + Human.exact(count));
    }

    private static KeyValueSection time(ExchangeSummary exchange) {
        var timings = exchange.timings();
        return new KeyValueSection(
                text("inspector.overview.time"),
                List.of(
                        KeyValue.of(
                                text("inspector.overview.started"),
                                CLOCK.format(exchange.startedAt()),
                                exchange.startedAt().toString()),
                        duration("inspector.overview.ttfb", timings.ttfb()),
                        duration("inspector.overview.ttft", timings.ttft()),
                        duration("inspector.overview.duration", timings.duration()),
                        duration("inspector.overview.overhead", timings.overhead())));
    }

    private static KeyValue duration(String key, @Nullable Duration duration) {
        return KeyValue.of(text(key), Human.duration(duration), Human.exact(duration));
    }

    private static KeyValueSection ids(ExchangeSummary exchange) {
        ClientInfo client = exchange.client();
        return new KeyValueSection(
                text("inspector.overview.ids"),
                List.of(
                        KeyValue.mono(text("inspector.overview.number"), "#" + exchange.id()),
                        KeyValue.mono(
                                text("inspector.overview.responseId"),
                                or(exchange.answer().responseId())),
                        KeyValue.mono(text("inspector.overview.session"), or(client.sessionId())),
                        KeyValue.mono(text("inspector.overview.agent"), agent(client)),
                        KeyValue.mono(text("inspector.overview.prompt"), or(client.promptId())),
                        KeyValue.of(text("inspector.overview.client"), or(client.userAgent())),
                        KeyValue.mono(text("inspector.overview.address"), or(client.address()))));
    }

    private static String agent(ClientInfo client) {
        if (client.agentId() == null) return text("inspector.overview.agent.main");
        String type = client.agentType() == null ? "" : " (" + client.agentType() + ")";
        return client.agentId() + type;
    }

    private static String number(@Nullable Integer count) {
        return count == null ? Human.ABSENT : Human.exact(count.longValue());
    }

    private static String or(@Nullable String value) {
        return value == null || value.isBlank() ? Human.ABSENT : value;
    }
}
