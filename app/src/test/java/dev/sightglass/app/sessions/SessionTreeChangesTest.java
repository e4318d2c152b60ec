package dev.sightglass.app.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.RecordedRun;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How the lines come and go. */
class SessionTreeChangesTest extends SessionTreeTest {
    @Test
    void linesWhoseExchangesAreGoneGoTooAndComeBackWithThem() {
        RecordedRun run = RecordedRun.threeParallelAgentsOneNested();
        model.changed(run.exchanges(), Set.of());
        String before = drawn(model);
        model.choose(model.root().children().getFirst());

        Set<ExchangeId> all = run.exchanges().stream().map(ExchangeSummary::id).collect(Collectors.toSet());
        model.changed(List.of(), all);
        assertThat(model.root().children()).isEmpty();
        assertThat(model.chosenProperty().get()).isSameAs(model.root());

        model.changed(run.exchanges(), Set.of());
        assertThat(drawn(model)).isEqualTo(before);
    }

    @Test
    void aLargeStoreIsSortedInTheBackgroundAndWhatComesMeanwhileIsNotLost() throws Exception {
        CompletableFuture<Runnable> finished = new CompletableFuture<>();
        try (BackgroundTasks held =
                new BackgroundTasks(Executors.newVirtualThreadPerTaskExecutor(), finished::complete)) {
            SessionTreeModel late = new SessionTreeModel(held, _ -> CENT);
            List<ExchangeSummary> stored = new ArrayList<>();
            for (int n = 1; n <= 3_000; n++) stored.add(SampleExchanges.done(n));
            Collections.reverse(stored);
            late.history(stored);
            late.changed(List.of(SampleExchanges.done(3_001)), Set.of(new ExchangeId(1)));
            assertThat(late.root().sums().count()).isOne();
            late.choose(late.root().children().getFirst());

            finished.get().run();

            assertThat(late.root().sums().count()).isEqualTo(3_000);
            assertThat(late.chosenProperty().get())
                    .isSameAs(late.root().children().getFirst());
            assertThat(late.chosenProperty().get().sums().count()).isEqualTo(3_000);
        }
    }

    @Test
    void onlyLinesThatGetOrLoseLinesAreToldToGrow() {
        List<Set<SessionNode>> told = new ArrayList<>();
        model.changed(List.of(SampleExchanges.done(1)), Set.of());
        model.add(new SessionTreeModel.Listener() {
            @Override
            public void changed(Set<SessionNode> regrown) {
                told.add(regrown);
            }

            @Override
            public void replaced() {
                throw new AssertionError("the whole tree was built anew");
            }
        });
        model.changed(List.of(SampleExchanges.done(3)), Set.of());
        model.changed(List.of(SampleExchanges.done(2)), Set.of());

        SessionNode turn = model.root().children().getFirst().children().getFirst();
        assertThat(told).containsExactly(Set.of(), Set.of(turn));
    }
}
