package dev.sightglass.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.dashboard.DashboardModel.Group;
import dev.sightglass.app.dashboard.DashboardModel.Ranked;
import dev.sightglass.app.dashboard.DashboardModel.Share;
import dev.sightglass.app.dashboard.DashboardModel.Span;
import dev.sightglass.app.dashboard.DashboardModel.Tokens;
import dev.sightglass.app.dashboard.DashboardModel.Tool;
import dev.sightglass.app.testing.RecordedRun;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.model.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DashboardModelTest {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Test
    void tokensAreAddedUpTurnByTurn() {
        DashboardModel model = model(List.of(
                used(1, Usage.reported(10L, 90L, null, 5L)),
                used(2, Usage.reported(20L, 80L, 7L, 6L)),
                used(7, Usage.reported(1L, 0L, null, 2L)),
                SampleExchanges.pending(8)));

        assertThat(model.groups())
                .containsExactly(
                        new Group(1, 1, "Run the tests", new Tokens(170, 7, 30, 11)),
                        new Group(2, 2, "Run the tests", new Tokens(0, 0, 1, 2)));
        assertThat(model.groups().getFirst().tokens().cacheShare()).isEqualTo(170.0 / 207);
    }

    @Test
    void ofASingleTurnTheTokensAreAddedUpExchangeByExchange() {
        DashboardModel model = model(List.of(
                used(3, Usage.reported(10L, 90L, null, 5L)),
                SampleExchanges.pending(4),
                used(5, Usage.reported(20L, 80L, null, 6L))));

        assertThat(model.byTurn()).isFalse();
        assertThat(model.groups()).extracting(Group::first).containsExactly(3L, 5L);
        assertThat(model.groups().getLast().tokens()).isEqualTo(new Tokens(80, 0, 20, 6));
    }

    @Test
    void manyTurnsAreDrawnSeveralTogetherAndNoneIsLost() {
        List<ExchangeSummary> all = new ArrayList<>();
        for (int turn = 0; turn < 1_000; turn++) all.add(used(turn * 6 + 1, Usage.reported(1L, 0L, null, 0L)));
        List<Group> groups = model(all).groups();

        assertThat(groups).hasSizeLessThanOrEqualTo(TurnTally.MOST);
        assertThat(groups.getLast().last()).isEqualTo(1_000);
        assertThat(groups.stream().mapToLong(group -> group.tokens().fresh()).sum())
                .isEqualTo(1_000);
    }

    @Test
    void percentilesAreByNearestRank() {
        List<ExchangeSummary> all = new ArrayList<>();
        for (int n = 100; n >= 1; n--) all.add(lasting(n, n));
        DashboardModel.Latency total = model(all).total();

        assertThat(total.count()).isEqualTo(100);
        assertThat(total.p50()).isEqualTo(Duration.ofMillis(50));
        assertThat(total.p95()).isEqualTo(Duration.ofMillis(95));
        assertThat(total.p99()).isEqualTo(Duration.ofMillis(99));
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        DashboardModel model = DashboardModel.of(List.of(SampleExchanges.pending(1)), _ -> null, _ -> null);

        assertThat(model.ttft().p50()).isNull();
        assertThat(model.sums().cost()).isNull();
        assertThat(model.groups()).isEmpty();
        assertThat(model.dearest()).isEmpty();
        assertThat(DashboardModel.of(List.of(), _ -> null, _ -> null).spans()).isEmpty();
    }

    @Test
    void moneyIsSharedByAgentWithUnknownOnesMarked() {
        DashboardModel model = DashboardModel.of(
                List.of(
                        SampleExchanges.done(1),
                        SampleExchanges.done(2),
                        SampleExchanges.done(3),
                        SampleExchanges.done(6)),
                exchange -> exchange.id().number() == 6 ? null : CENT,
                DashboardModelTest::turn);

        assertThat(model.byAgent())
                .containsExactly(new Share("main", new BigDecimal("0.02"), 2, 0), new Share("Explore", CENT, 2, 1));
        assertThat(model.byModel()).extracting(Share::name).containsExactly("gpt-4.1-2025-04-14");
    }

    @Test
    void errorsAndMoneyFallIntoTheirSpansOfTime() {
        List<ExchangeSummary> all = List.of(
                SampleExchanges.done(1),
                SampleExchanges.ended(2, new Outcome.ApiError(429, null, "slow down"), 429),
                SampleExchanges.done(20));
        List<Span> spans = model(all).spans();

        assertThat(spans.stream().mapToInt(Span::exchanges).sum()).isEqualTo(3);
        assertThat(spans.getFirst().exchanges()).isEqualTo(2);
        assertThat(spans.stream().mapToInt(Span::errors).sum()).isOne();
        assertThat(spans.getFirst().spent()).isEqualByComparingTo(CENT);
        assertThat(spans.getLast().spent()).isEqualByComparingTo("0.02");
    }

    @Test
    void toolsAreCountedWithTheirErrorsAndTheTimeUntilTheirResults() {
        ExchangeSummary calls = calling(1, 1_000, "Bash");
        ExchangeSummary result = calling(3, 1_000, "Read", "Grep");
        ExchangeSummary failed = failing(calling(5, 1_000), "Read");
        DashboardModel model = model(List.of(calls, result, failed));

        assertThat(model.tools())
                .containsExactly(
                        new Tool("Bash", 1, 0, Duration.ofMillis(2 * 1_900 - 1_000)),
                        new Tool("Grep", 1, 0, null),
                        new Tool("Read", 1, 1, null));
    }

    @Test
    void theSlowestAndTheDearestStandOut() {
        List<ExchangeSummary> all = new ArrayList<>();
        for (int n = 1; n <= 9; n++) all.add(lasting(n, n * 7 % 10));
        DashboardModel model = DashboardModel.of(
                all, exchange -> BigDecimal.valueOf(exchange.id().number() * 3 % 10), DashboardModelTest::turn);

        assertThat(model.slowest()).extracting(one -> one.id().number()).containsExactly(7L, 4L, 1L, 8L, 5L);
        assertThat(model.dearest())
                .extracting(Ranked::cost)
                .extracting(cost -> Objects.requireNonNull(cost).intValue())
                .containsExactly(9, 8, 7, 6, 5);
    }

    private static DashboardModel model(List<ExchangeSummary> exchanges) {
        return DashboardModel.of(exchanges, e -> e.answer().usage() == null ? null : CENT, DashboardModelTest::turn);
    }

    private static @Nullable Object turn(ExchangeSummary exchange) {
        return exchange.client().promptId();
    }

    private static ExchangeSummary used(long n, Usage usage) {
        ExchangeSummary done = SampleExchanges.done(n);
        AnswerFacts answer = new AnswerFacts("id", "gpt-4.1", "end_turn", "stop", List.of(), usage);
        return SampleExchanges.make(n, answer, done.timings(), done.outcome(), done.status());
    }

    private static ExchangeSummary lasting(long n, long millis) {
        ExchangeSummary done = SampleExchanges.done(n);
        return SampleExchanges.make(n, done.answer(), ending(millis), done.outcome(), done.status());
    }

    private static ExchangeSummary calling(long n, long millis, String... tools) {
        ExchangeSummary done = SampleExchanges.done(n);
        AnswerFacts answer = new AnswerFacts("id", "gpt-4.1", "tool_use", "stop", List.of(tools), null);
        return SampleExchanges.make(n, answer, ending(millis), done.outcome(), done.status());
    }

    private static ExchangeSummary failing(ExchangeSummary e, String tool) {
        return RecordedRun.with(e, e.client(), e.request().with(new PromptFacts(null, 1, 1, 1, List.of(tool))));
    }

    /** Duration counts from the request's being read, which is at once here. */
    private static Timings ending(long millis) {
        long end = millis * 1_000_000;
        return new Timings(0, 0, end / 2, end / 2, end / 2, end, end);
    }
}
