package dev.sightglass.app.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.theme.AgentColours;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExchangeListModelTest {
    private final Queue<Runnable> fxThread = new ArrayDeque<>();
    private final BackgroundTasks tasks = new BackgroundTasks(Executors.newVirtualThreadPerTaskExecutor(), this::later);
    private final ExchangeListModel model = new ExchangeListModel(tasks, () -> new Totals(_ -> BigDecimal.ONE));

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void historyDoesNotUndoWhatHappenedSince() {
        model.changed(List.of(SampleExchanges.done(2)), Set.of());
        model.history(List.of(SampleExchanges.pending(2), SampleExchanges.done(1)));

        assertThat(numbers()).containsExactly(1L, 2L);
        assertThat(model.shown().get(1).state()).isEqualTo(RowState.DONE);
    }

    @Test
    void aRowComesAndGoesAsItsExchangeBeginsOrCeasesToPassTheFilter() {
        model.setFilter(e -> RowState.of(e).inFlight());
        model.changed(List.of(SampleExchanges.pending(1), SampleExchanges.done(2)), Set.of());
        assertThat(numbers()).containsExactly(1L);

        model.changed(List.of(SampleExchanges.done(1), SampleExchanges.pending(2)), Set.of());
        assertThat(numbers()).containsExactly(2L);
    }

    @Test
    void totalsFollowEachChange() {
        model.changed(List.of(SampleExchanges.pending(1), SampleExchanges.done(2)), Set.of());
        assertThat(model.totalsProperty().get().inFlight()).isOne();

        model.changed(List.of(SampleExchanges.ended(1, new Outcome.ApiError(429, null, "slow down"), 429)), Set.of());
        Totals.View totals = model.totalsProperty().get();
        assertThat(totals.inFlight()).isZero();
        assertThat(totals.errors()).isOne();
        assertThat(totals.count()).isEqualTo(2);
        assertThat(totals.cost()).isEqualByComparingTo("1");
        assertThat(totals.ttftMedian())
                .isEqualTo(SampleExchanges.done(2).timings().ttft());
    }

    @Test
    void aLargeListIsFilteredInTheBackgroundAndTakesInWhatCameMeanwhile() {
        model.changed(
                LongStream.rangeClosed(1, 5_000).mapToObj(SampleExchanges::done).toList(), Set.of());
        model.setFilter(e -> e.id().number() % 1_000 == 0);
        assertThat(model.shown()).hasSize(5_000);

        model.changed(List.of(SampleExchanges.done(6_000), SampleExchanges.done(6_001)), Set.of());
        runFxThread();

        assertThat(numbers()).containsExactly(1_000L, 2_000L, 3_000L, 4_000L, 5_000L, 6_000L);
        assertThat(model.totalsProperty().get().count()).isEqualTo(6);
    }

    @Test
    void rowsThatArriveAreSortedInAsTheOrderWants() {
        Comparator<ExchangeSummary> newestFirst = ExchangeListModel.BY_NUMBER.reversed();
        model.setOrder(newestFirst);
        model.changed(List.of(SampleExchanges.done(1), SampleExchanges.done(2)), Set.of());
        model.changed(List.of(SampleExchanges.done(3)), Set.of());
        assertThat(numbers()).containsExactly(3L, 2L, 1L);
    }

    @Test
    void removedExchangesAreGoneAndMayComeBack() {
        model.changed(List.of(SampleExchanges.done(1), SampleExchanges.done(2)), Set.of());
        model.changed(List.of(), Set.of(new ExchangeId(1)));
        assertThat(numbers()).containsExactly(2L);
        model.changed(List.of(SampleExchanges.done(1)), Set.of());
        assertThat(numbers()).containsExactly(1L, 2L);
    }

    /** Large enough to be filtered, sorted and summed up in the background, with changes at any moment of that. */
    @Test
    void whateverHappensTheRowsAndTheirTotalsAreThoseOfAPlainReckoning() {
        Random random = new Random(3);
        Map<Long, ExchangeSummary> known = new TreeMap<>();
        tell(LongStream.rangeClosed(1, 5_000).mapToObj(SampleExchanges::done).toList(), known);
        Predicate<ExchangeSummary> filter = _ -> true;
        Comparator<ExchangeSummary> order = ExchangeListModel.BY_NUMBER;
        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(6)) {
                case 0 -> model.setFilter(filter = filter(random.nextInt(4)));
                case 1 -> model.setOrder(order = order(random.nextInt(4)));
                case 2 -> {
                    long gone = 1 + random.nextInt(5_000);
                    known.remove(gone);
                    model.changed(List.of(), Set.of(new ExchangeId(gone)));
                }
                case 3 -> settle();
                default -> tell(some(random, known.size()), known);
            }
            if (step % 5 != 4) continue;
            settle();
            List<ExchangeSummary> plain =
                    known.values().stream().filter(filter).sorted(order).toList();
            assertThat(model.shown().stream().map(ExchangeRow::summary).toList())
                    .as("step " + step)
                    .isEqualTo(plain);
            Totals sums = new Totals(_ -> BigDecimal.ONE);
            sums.addAll(plain);
            Awaitility.await().untilAsserted(() -> {
                settle();
                assertThat(model.totalsProperty().get()).isEqualTo(sums.view());
            });
        }
    }

    private static Predicate<ExchangeSummary> filter(int which) {
        return switch (which) {
            case 0 -> _ -> true;
            case 1 -> e -> e.status() == 200;
            case 2 -> e -> e.id().number() % 3 == 0;
            default -> ExchangeSummary::inFlight;
        };
    }

    private static Comparator<ExchangeSummary> order(int which) {
        ExchangeColumns columns =
                new ExchangeColumns(new CellContext(_ -> BigDecimal.ONE, Clock.systemUTC(), new AgentColours()));
        return switch (which) {
            case 0 -> ExchangeListModel.BY_NUMBER;
            case 1 -> new RowOrder(List.of(level(columns, "ttft", true)));
            case 2 -> new RowOrder(List.of(level(columns, "status", false), level(columns, "total", true)));
            default -> new RowOrder(List.of(level(columns, "model", true), level(columns, "number", true)));
        };
    }

    private static RowOrder.Level level(ExchangeColumns columns, String id, boolean descending) {
        ExchangeColumn column = columns.all().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new RowOrder.Level(column, descending);
    }

    /** New ones, and others in another state. */
    private static List<ExchangeSummary> some(Random random, int count) {
        Map<Long, ExchangeSummary> some = new TreeMap<>();
        for (int i = random.nextInt(100); i >= 0; i--) {
            long n = 1 + random.nextInt(count + 50);
            some.put(
                    n,
                    switch (random.nextInt(4)) {
                        case 0 -> SampleExchanges.pending(n);
                        case 1 -> SampleExchanges.streaming(n);
                        case 2 -> SampleExchanges.ended(n, new Outcome.ApiError(429, null, "slow down"), 429);
                        default -> SampleExchanges.done(n);
                    });
        }
        return List.copyOf(some.values());
    }

    private void tell(List<ExchangeSummary> newest, Map<Long, ExchangeSummary> known) {
        for (ExchangeSummary exchange : newest) known.put(exchange.id().number(), exchange);
        model.changed(newest, Set.of());
    }

    /** Until nothing has come to the FX thread for a moment longer than totals wait. */
    private void settle() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .during(Duration.ofMillis(120))
                .until(() -> {
                    synchronized (fxThread) {
                        boolean nothing = fxThread.isEmpty();
                        while (!fxThread.isEmpty()) fxThread.remove().run();
                        return nothing;
                    }
                });
    }

    private void later(Runnable action) {
        synchronized (fxThread) {
            fxThread.add(action);
        }
    }

    private void runFxThread() {
        Awaitility.await().until(() -> {
            synchronized (fxThread) {
                return !fxThread.isEmpty();
            }
        });
        synchronized (fxThread) {
            while (!fxThread.isEmpty()) fxThread.remove().run();
        }
    }

    private List<Long> numbers() {
        return model.shown().stream().map(row -> row.id().number()).toList();
    }
}
