package dev.sightglass.app.exchanges;

import dev.sightglass.app.exchanges.ExchangeColumn.Kind;
import dev.sightglass.app.format.Human;
import dev.sightglass.app.format.Messages;
import dev.sightglass.app.format.Money;
import dev.sightglass.app.format.Times;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The table's columns, in the order in which they stand at first. */
public final class ExchangeColumns {
    /** More than there are HTTP statuses. */
    private static final int STATUSES = 1_000;

    private final CellContext context;
    private final List<ExchangeColumn> columns;

    public ExchangeColumns(CellContext context) {
        this.context = context;
        this.columns = List.of(
                number(),
                time(),
                text("agent", 72, true, Facts::agent),
                text("model", 82, true, Facts::model),
                status(),
                text("title", 220, false, e -> e.request().title()),
                duration("ttft", true, e -> e.timings().ttft()),
                total(),
                tokens("in", true, e -> Facts.reported(e, u -> u.totalInput())),
                cached(),
                tokens("fresh", false, e -> Facts.reported(e, u -> u.input())),
                tokens("created", false, e -> Facts.reported(e, u -> u.cacheCreation())),
                tokens("out", true, e -> Facts.reported(e, u -> u.output())),
                tokens("reasoning", false, e -> Facts.reported(e, u -> u.reasoning())),
                rate(),
                cost(),
                text("stop", 76, true, e -> e.answer().stopReason()),
                text("called", 120, false, e -> String.join(", ", e.answer().toolsCalled())),
                text(
                        "session",
                        90,
                        false,
                        e -> Facts.shortId(e.client().sessionId()),
                        e -> e.client().sessionId()),
                text("deployment", 110, false, Facts::deployment),
                text("reported", 150, false, e -> e.answer().reportedModel()),
                text("upstream", 110, false, Facts::upstream),
                text(
                        "path",
                        180,
                        false,
                        e -> e.request().method() + " " + e.request().path()),
                duration("ttfb", false, e -> e.timings().ttfb()),
                duration("overhead", false, e -> e.timings().overhead()),
                count("messages", e -> e.request().messages()),
                count("offered", e -> e.request().tools()),
                bytes("requestSize", ExchangeSummary::requestSize),
                bytes("responseSize", ExchangeSummary::responseSize),
                count("attempts", ExchangeSummary::attempts),
                count("notes", ExchangeSummary::notes),
                text("note", 160, false, e -> e.annotation().note()),
                waterfall());
    }

    public List<ExchangeColumn> all() {
        return columns;
    }

    public CellContext context() {
        return context;
    }

    private static ExchangeColumn number() {
        return new ExchangeColumn(
                "number",
                Kind.NUMBER,
                66,
                true,
                (e, _) -> e.id().toString(),
                (e, _) -> e.id().toString(),
                ExchangeSummary::id);
    }

    private static ExchangeColumn time() {
        return new ExchangeColumn(
                "time",
                Kind.TEXT,
                100,
                true,
                (e, c) -> Times.human(e.startedAt(), c.zone(), c.today()),
                (e, c) -> Times.exact(e.startedAt(), c.zone()),
                ExchangeSummary::startedAt);
    }

    private static ExchangeColumn status() {
        return new ExchangeColumn(
                "status",
                Kind.STATE,
                108,
                true,
                (e, _) -> RowState.label(e),
                (e, _) -> RowState.story(e),
                e -> RowState.of(e).ordinal() * STATUSES + e.status());
    }

    /** The one duration that runs while the exchange does. */
    private static ExchangeColumn total() {
        return new ExchangeColumn(
                "total",
                Kind.NUMBER,
                76,
                true,
                (e, c) -> human(Facts.total(e, c)),
                (e, c) -> exact(Facts.total(e, c)),
                e -> e.timings().duration());
    }

    private static ExchangeColumn cached() {
        return new ExchangeColumn(
                "cached",
                Kind.NUMBER,
                58,
                true,
                (e, _) -> Facts.cachedText(e),
                (e, _) -> Facts.cachedExactly(e),
                Facts::cachedShare);
    }

    private static ExchangeColumn rate() {
        return new ExchangeColumn(
                "rate",
                Kind.NUMBER,
                52,
                true,
                (e, _) -> Facts.rateText(e),
                (e, _) -> Facts.rateText(e),
                Facts::outputRate);
    }

    private ExchangeColumn cost() {
        Function<ExchangeSummary, @Nullable BigDecimal> cost = context.cost();
        return new ExchangeColumn(
                "cost",
                Kind.NUMBER,
                76,
                true,
                (e, _) -> Money.human(cost.apply(e)),
                (e, _) -> Money.exact(cost.apply(e)),
                cost);
    }

    private static ExchangeColumn waterfall() {
        return new ExchangeColumn(
                "waterfall",
                Kind.WATERFALL,
                72,
                true,
                (_, _) -> "",
                (e, _) -> Facts.phases(e),
                ExchangeSummary::startedAt);
    }

    private static ExchangeColumn text(
            String id, double width, boolean atFirst, Function<ExchangeSummary, @Nullable String> value) {
        return text(id, width, atFirst, value, value);
    }

    private static ExchangeColumn text(
            String id,
            double width,
            boolean atFirst,
            Function<ExchangeSummary, @Nullable String> value,
            Function<ExchangeSummary, @Nullable String> exact) {
        return new ExchangeColumn(
                id,
                Kind.TEXT,
                width,
                atFirst,
                (e, _) -> orEmpty(value.apply(e)),
                (e, _) -> orEmpty(exact.apply(e)),
                exact);
    }

    private static ExchangeColumn duration(
            String id, boolean atFirst, Function<ExchangeSummary, @Nullable Duration> value) {
        return new ExchangeColumn(
                id, Kind.NUMBER, 64, atFirst, (e, _) -> human(value.apply(e)), (e, _) -> exact(value.apply(e)), value);
    }

    private static ExchangeColumn tokens(String id, boolean atFirst, Function<ExchangeSummary, @Nullable Long> value) {
        return new ExchangeColumn(
                id, Kind.NUMBER, 54, atFirst, (e, _) -> human(value.apply(e)), (e, _) -> exact(value.apply(e)), value);
    }

    private static ExchangeColumn count(String id, ToLongFunction<ExchangeSummary> value) {
        return new ExchangeColumn(
                id,
                Kind.NUMBER,
                64,
                false,
                (e, _) -> Human.count(value.applyAsLong(e)),
                (e, _) -> Human.exact(value.applyAsLong(e)),
                value::applyAsLong);
    }

    private static ExchangeColumn bytes(String id, ToLongFunction<ExchangeSummary> value) {
        return new ExchangeColumn(
                id,
                Kind.NUMBER,
                76,
                false,
                (e, _) -> Human.bytes(value.applyAsLong(e)),
                (e, _) -> Messages.text("cell.bytes", Human.exact(value.applyAsLong(e))),
                value::applyAsLong);
    }

    private static String human(@Nullable Duration duration) {
        return duration == null ? "" : Human.duration(duration);
    }

    private static String exact(@Nullable Duration duration) {
        return duration == null ? "" : Human.exact(duration);
    }

    private static String human(@Nullable Long count) {
        return count == null ? "" : Human.count(count);
    }

    private static String exact(@Nullable Long count) {
        return count == null ? "" : Human.exact(count);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
