package dev.sightglass.engine.filter;

import dev.sightglass.engine.filter.Field.Unit;
import dev.sightglass.engine.model.Deployment;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All fields of the query language. */
public final class Fields {
    private static final List<String> OUTCOMES =
            List.of("succeeded", "api_error", "transport_error", "cancelled", "rejected", "interrupted", "in_flight");

    /** What the main agent is called in queries. */
    static final String MAIN_AGENT = "main";

    public static final List<Field> ALL = List.of(
            number("id", Unit.COUNT, "the exchange's number", e -> (double) e.id().number()),
            number(
                    "time",
                    Unit.TIME,
                    "when it started: 14:02, 2026-11-22 or 2026-11-22T14:02",
                    e -> e.startedAt().toEpochMilli() / 1e3),
            number(
                    "duration",
                    Unit.DURATION,
                    "from the request read to the last byte sent",
                    e -> seconds(e.timings().duration())),
            number(
                    "ttft",
                    Unit.DURATION,
                    "time to the first token",
                    e -> seconds(e.timings().ttft())),
            number(
                    "ttfb",
                    Unit.DURATION,
                    "time to the first byte from Azure",
                    e -> seconds(e.timings().ttfb())),
            number(
                    "overhead",
                    Unit.DURATION,
                    "the proxy's own share",
                    e -> seconds(e.timings().overhead())),
            number("rate", Unit.COUNT, "output tokens a second after the first token", Fields::rate),
            number("in", Unit.COUNT, "input tokens, cached ones included", e -> usage(e, Usage::totalInput)),
            number("fresh", Unit.COUNT, "input tokens that no cache knew", e -> usage(e, Usage::input)),
            number("created", Unit.COUNT, "input tokens written to the cache", e -> usage(e, Usage::cacheCreation)),
            number("cached", Unit.COUNT, "input tokens read from the cache", e -> usage(e, Usage::cacheRead)),
            number("out", Unit.COUNT, "output tokens", e -> usage(e, Usage::output)),
            number("reasoning", Unit.COUNT, "output tokens spent on reasoning", e -> usage(e, Usage::reasoning)),
            number("cost", Unit.MONEY, "what it cost, in US dollars", _ -> null),
            number(
                    "status",
                    Unit.COUNT,
                    "HTTP status sent to the client",
                    e -> e.status() == 0 ? null : (Double) (double) e.status()),
            number("size", Unit.SIZE, "bytes of the client's request", e -> (double) e.requestSize()),
            number("response", Unit.SIZE, "bytes of the answer to the client", e -> (double) e.responseSize()),
            number("attempts", Unit.COUNT, "tries made upstream", e -> (double) e.attempts()),
            number("notes", Unit.COUNT, "translation notes", e -> (double) e.notes()),
            number("messages", Unit.COUNT, "messages in the request", e ->
                    (double) e.request().messages()),
            number("tools", Unit.COUNT, "tools offered in the request", e ->
                    (double) e.request().tools()),
            words("outcome", "how it ended", OUTCOMES, e -> List.of(e.outcome().label())),
            words("error", "code, kind or reason of a failure, or its message", List.of(), Fields::errors),
            words(
                    "stop",
                    "stop reason",
                    List.of("end_turn", "tool_use", "max_tokens", "refusal"),
                    e -> maybe(e.answer().stopReason())),
            words(
                    "tool",
                    "a tool that the answer calls",
                    List.of("Bash", "Read", "Edit", "Write", "Grep"),
                    e -> e.answer().toolsCalled()),
            words("agent", "id or type of the agent; main for the main one", List.of("main"), Fields::agents),
            words(
                    "session",
                    "the session's id",
                    List.of(),
                    e -> maybe(e.client().sessionId())),
            words("model", "model asked for, deployment or reported model", List.of(), Fields::models),
            words(
                    "requested",
                    "model asked for",
                    List.of(),
                    e -> maybe(e.request().requestedModel())),
            words("deployment", "Azure's deployment", List.of(), e -> maybe(deployment(e, Deployment::name))),
            words(
                    "reported",
                    "model that the answer names",
                    List.of(),
                    e -> maybe(e.answer().reportedModel())),
            words(
                    "upstream",
                    "Azure's API",
                    List.of("chat", "responses", "anthropic"),
                    e -> maybe(deployment(e, d -> d.upstream().option()))),
            words(
                    "path",
                    "path of the request",
                    List.of(),
                    e -> List.of(e.request().path())),
            words(
                    "method",
                    "method of the request",
                    List.of("GET", "POST", "HEAD"),
                    e -> List.of(e.request().method())),
            words(
                    "client",
                    "address or user agent of the client",
                    List.of(),
                    e -> maybe(e.client().address(), e.client().userAgent())),
            words(
                    "effort",
                    "reasoning effort asked for",
                    List.of("low", "medium", "high"),
                    e -> maybe(e.request().effort())),
            words(
                    "title",
                    "start of the newest user text",
                    List.of(),
                    e -> maybe(e.request().title())),
            words(
                    "stream",
                    "whether a stream was asked for",
                    List.of("true", "false"),
                    e -> List.of(Boolean.toString(e.request().stream()))),
            words(
                    "pinned",
                    "whether it is pinned",
                    List.of("true", "false"),
                    e -> List.of(Boolean.toString(e.annotation().pinned()))),
            words(
                    "colour",
                    "colour that somebody gave it",
                    List.of(),
                    e -> maybe(e.annotation().colour())),
            words(
                    "note",
                    "note that somebody wrote",
                    List.of(),
                    e -> maybe(e.annotation().note())));

    private Fields() {}

    /** The field of that name, letter case aside. */
    public static Optional<Field> byName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ALL.stream().filter(field -> field.name().equals(lower)).findFirst();
    }

    private static Field number(
            String name, Unit unit, String description, Function<ExchangeSummary, @Nullable Double> number) {
        return new Field(name, unit, description, number, _ -> List.of(), List.of());
    }

    private static Field words(
            String name, String description, List<String> words, Function<ExchangeSummary, List<String>> texts) {
        return new Field(name, Unit.TEXT, description, null, texts, words);
    }

    private static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : (Double) (duration.toNanos() / 1e9);
    }

    private static @Nullable Double usage(ExchangeSummary e, Function<Usage, @Nullable Long> part) {
        Usage usage = e.answer().usage();
        Long count = usage == null ? null : part.apply(usage);
        return count == null ? null : (Double) count.doubleValue();
    }

    private static @Nullable Double rate(ExchangeSummary e) {
        Double out = usage(e, Usage::output);
        Timings timings = e.timings();
        long nanos = timings.ended() - timings.firstContent();
        if (out == null || timings.firstContent() == Timings.UNSET || timings.ended() == Timings.UNSET || nanos <= 0)
            return null;
        return out / (nanos / 1e9);
    }

    private static @Nullable String deployment(ExchangeSummary e, Function<Deployment, String> part) {
        return e.route() == null ? null : part.apply(e.route().deployment());
    }

    // Lists, not streams: a query asks each of a hundred thousand rows at each key stroke.

    private static List<String> maybe(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }

    private static List<String> maybe(@Nullable String one, @Nullable String other) {
        if (one == null) return maybe(other);
        return other == null ? List.of(one) : List.of(one, other);
    }

    private static List<String> models(ExchangeSummary e) {
        List<String> models = new ArrayList<>(3);
        if (e.request().requestedModel() != null) models.add(e.request().requestedModel());
        if (e.route() != null) models.add(e.route().deployment().name());
        if (e.answer().reportedModel() != null) models.add(e.answer().reportedModel());
        return models;
    }

    private static List<String> agents(ExchangeSummary e) {
        return e.client().agentId() == null
                ? List.of(MAIN_AGENT)
                : maybe(e.client().agentId(), e.client().agentType());
    }

    private static List<String> errors(ExchangeSummary e) {
        String message = e.outcome().message();
        return switch (e.outcome()) {
            case Outcome.ApiError error -> maybe(error.code(), message);
            case Outcome.TransportError error -> maybe(error.kind().name().toLowerCase(Locale.ROOT), message);
            case Outcome.Rejected rejected -> maybe(rejected.reason(), message);
            case Outcome.InFlight _, Outcome.Succeeded _, Outcome.Cancelled _, Outcome.Interrupted _ -> maybe(message);
        };
    }
}
