package dev.sightglass.app.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.exchanges.Totals;
import dev.sightglass.app.testing.RecordedRun;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the lines count and add up. */
class SessionSumsTest extends SessionTreeTest {
    @Test
    void aLinesMembersAreThoseThatItCounts() throws Exception {
        RecordedRun run = RecordedRun.threeParallelAgentsOneNested();
        model.changed(run.exchanges(), Set.of());
        SessionNode turn = model.root().children().getFirst().children().getFirst();
        SessionNode starter = turn.children().get(2);

        assertThat(members(starter)).containsExactly(5L, 7L, 8L, 13L);
        for (SessionNode node : allUnder(model.root()))
            assertThat(members(node)).hasSize(node.sums().count());
    }

    @Test
    void anExchangeThatChangesIsCountedOnceInItsNewestState() {
        model.changed(List.of(SampleExchanges.pending(1)), Set.of());
        assertThat(model.root().sums().inFlight()).isOne();
        model.changed(List.of(SampleExchanges.done(1)), Set.of());
        assertThat(model.root().sums().count()).isOne();
        assertThat(model.root().sums().inFlight()).isZero();
    }

    @Test
    void sumsAgreeWithThoseOfTheTableAtEachLineWhateverComesAndGoes() {
        Random random = new Random(7);
        List<ExchangeSummary> present = new ArrayList<>(SampleExchanges.aScreenful());
        model.changed(present, Set.of());
        model.changed(List.of(SampleExchanges.done(5), SampleExchanges.done(24)), Set.of());
        present.set(4, SampleExchanges.done(5));
        present.set(23, SampleExchanges.done(24));
        for (int round = 0; round < 8; round++) {
            ExchangeSummary gone = present.remove(random.nextInt(present.size()));
            model.changed(List.of(), Set.of(gone.id()));
            for (SessionNode node : allUnder(model.root())) {
                Totals totals = new Totals(_ -> CENT);
                totals.addAll(present.stream().filter(model.membersOf(node)).toList());
                Totals.View view = totals.view();
                assertThat(node.sums().count()).isEqualTo(view.count());
                assertThat(node.sums().errors()).isEqualTo(view.errors());
                assertThat(node.sums().inFlight()).isEqualTo(view.inFlight());
                assertThat(node.sums().input()).isEqualTo(view.input());
                assertThat(node.sums().cached()).isEqualTo(view.cached());
                assertThat(node.sums().output()).isEqualTo(view.output());
                assertThat(Objects.requireNonNullElse(node.sums().cost(), BigDecimal.ZERO))
                        .isEqualByComparingTo(view.cost());
                assertThat(node.sums().unpriced()).isEqualTo(view.unpriced());
            }
        }
    }

    @Test
    void aCostThatIsNotKnownIsNotZeroAndAPartialSumSaysSo() {
        Function<ExchangeSummary, @Nullable BigDecimal> half =
                exchange -> exchange.id().number() % 2 == 0 ? CENT : null;
        SessionTreeModel priced = new SessionTreeModel(tasks, half);
        priced.changed(List.of(SampleExchanges.done(1)), Set.of());
        assertThat(priced.root().sums().cost()).isNull();
        assertThat(SessionTexts.cost(priced.root().sums())).isEqualTo("?");

        priced.changed(List.of(SampleExchanges.done(2)), Set.of());
        assertThat(SessionTexts.cost(priced.root().sums())).isEqualTo("$0.010+");

        priced.changed(List.of(), Set.of(new ExchangeId(1)));
        assertThat(SessionTexts.cost(priced.root().sums())).isEqualTo("$0.010");
    }

    private List<Long> members(SessionNode node) throws Exception {
        CompletableFuture<List<ExchangeId>> ids = new CompletableFuture<>();
        model.withIdsOf(node, ids::complete);
        return ids.get().stream().map(ExchangeId::number).toList();
    }
}
