package dev.sightglass.app.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FilterModelTest {
    private final Queue<Runnable> fxThread = new ArrayDeque<>();
    private final Map<String, List<ExchangeId>> contents = new ConcurrentHashMap<>();
    private final BackgroundTasks tasks = new BackgroundTasks(Executors.newVirtualThreadPerTaskExecutor(), this::later);
    private final FilterModel model = new FilterModel(
            (text, found) -> contents.getOrDefault(text, List.of()).forEach(found), tasks);

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void aQueryPassesWhatItSays() {
        model.queryProperty().set("status>=400");
        assertThat(passing()).containsExactly(5L, 12L, 15L);
        assertThat(model.problemProperty().get()).isNull();
    }

    @Test
    void plainWordsAreLookedForInWhatTheRowShows() {
        model.queryProperty().set("explore 200");
        runUntil(() -> passing().equals(List.of(2L, 6L, 10L, 14L, 18L)));
        model.queryProperty().set("streaming");
        runUntil(() -> passing().equals(List.of(22L, 23L)));
    }

    @Test
    void aQueryThatIsNotUnderstoodLeavesTheLastGoodOneInForce() {
        model.queryProperty().set("status>=400");
        model.queryProperty().set("status>=400 and statu>3");
        assertThat(model.problemProperty().get()).contains("column 17").contains("did you mean status?");
        assertThat(passing()).containsExactly(5L, 12L, 15L);

        model.queryProperty().set("status>=500");
        assertThat(model.problemProperty().get()).isNull();
        assertThat(passing()).containsExactly(12L);
    }

    @Test
    void whatIsFoundInTheContentsJoinsWhatTheRowsSay() {
        contents.put("oribasius-codex", List.of(new ExchangeId(3), new ExchangeId(5)));
        model.queryProperty().set("oribasius-codex status=200");
        runUntil(() -> passing().isEmpty());
        runUntil(() -> passing().equals(List.of(3L)));
    }

    @Test
    void whatIsFoundIsShownWhileTheSearchGoesOn() {
        CountDownLatch rest = new CountDownLatch(1);
        FilterModel slow = new FilterModel(
                (_, found) -> {
                    found.accept(new ExchangeId(3));
                    try {
                        rest.await();
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    }
                    found.accept(new ExchangeId(5));
                },
                tasks);
        slow.queryProperty().set("oribasius-codex");
        runUntil(() -> passing(slow).equals(List.of(3L)));
        rest.countDown();
        runUntil(() -> passing(slow).equals(List.of(3L, 5L)));
    }

    @Test
    void aWordThatBecomesAFieldIsNotLookedForMeanwhile() {
        model.queryProperty().set("status>=400");
        model.queryProperty().set("status>=400 and ttft");
        model.queryProperty().set("status>=400 and ttft>");
        assertThat(passing()).containsExactly(5L, 12L, 15L);
        model.queryProperty().set("status>=400 and attempts>0");
        assertThat(passing()).containsExactly(5L, 12L, 15L);
    }

    @Test
    void onlyTheNewestQueryIsAnswered() {
        contents.put("codex-one", List.of(new ExchangeId(1)));
        contents.put("codex-two", List.of(new ExchangeId(2)));
        model.queryProperty().set("codex-one");
        model.queryProperty().set("codex-two");
        runUntil(() -> passing().size() == 1);
        assertThat(passing()).containsExactly(2L);
    }

    @Test
    void contentsThatCameSinceAreFoundAfterARefresh() {
        contents.put("codex", List.of(new ExchangeId(1)));
        model.queryProperty().set("codex");
        runUntil(() -> passing().equals(List.of(1L)));
        contents.put("codex", List.of(new ExchangeId(1), new ExchangeId(4)));
        model.refresh();
        runUntil(() -> passing().size() == 2);
        assertThat(passing()).containsExactly(1L, 4L);
    }

    @Test
    void aSearchThatFailsIsToldAndTheRowsAreStillFiltered() {
        FilterModel failing = new FilterModel(
                (_, _) -> {
                    throw new IllegalStateException("the disk is gone");
                },
                tasks);
        failing.queryProperty().set("explore");
        runUntil(() -> failing.problemProperty().get() != null);
        assertThat(failing.problemProperty().get()).contains("the disk is gone");
        assertThat(failing.wantedProperty().get().test(SampleExchanges.done(2))).isTrue();
    }

    @Test
    void aSearchThatTakesLongIsToldToBeUnderWayUntilItEnds() {
        CountDownLatch end = new CountDownLatch(1);
        FilterModel slow = new FilterModel((_, _) -> waitFor(end), tasks);
        slow.queryProperty().set("codex");
        runUntil(() -> slow.busyProperty().get());
        end.countDown();
        runUntil(() -> !slow.busyProperty().get());
        assertThat(slow.problemProperty().get()).isNull();
    }

    private static void waitFor(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the model is not interested any more
        }
    }

    @Test
    void aTermNarrowsAChoiceAsAWhole() {
        model.narrowBy("status=200");
        model.narrowBy("agent:main");
        assertThat(model.queryProperty().get()).isEqualTo("status=200 agent:main");

        model.queryProperty().set("status=429 or status=413");
        model.narrowBy("agent:main");
        assertThat(model.queryProperty().get()).isEqualTo("(status=429 or status=413) agent:main");
        assertThat(passing()).containsExactly(5L, 15L);
    }

    @Test
    void onlyGoodQueriesAreRemembered() {
        model.queryProperty().set("status>=400");
        model.remember();
        model.queryProperty().set("status>=");
        model.remember();
        assertThat(model.history().queries()).containsExactly("status>=400");
    }

    private List<Long> passing() {
        return passing(model);
    }

    private static List<Long> passing(FilterModel asked) {
        return SampleExchanges.aScreenful().stream()
                .filter(asked.wantedProperty().get())
                .map(ExchangeSummary::id)
                .map(ExchangeId::number)
                .toList();
    }

    private void later(Runnable action) {
        synchronized (fxThread) {
            fxThread.add(action);
        }
    }

    /** Does the FX thread's work until this holds. */
    private void runUntil(BooleanSupplier condition) {
        Awaitility.await().until(() -> {
            Runnable next;
            synchronized (fxThread) {
                next = fxThread.poll();
            }
            if (next != null) next.run();
            return condition.getAsBoolean();
        });
    }
}
