package dev.sightglass.app.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executors;
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
