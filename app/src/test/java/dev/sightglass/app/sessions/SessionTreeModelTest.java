package dev.sightglass.app.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.exchanges.Totals;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionTreeModelTest {
    private final SessionTreeModel model = new SessionTreeModel(() -> new Totals(_ -> null), ZoneOffset.UTC);

    @Test
    void exchangesAreSortedIntoSessionsAndAgents() {
        model.changed(List.of(SampleExchanges.done(1), SampleExchanges.done(2), SampleExchanges.done(3)), Set.of());

        SessionNode session = model.childrenOf(model.root()).getFirst();
        assertThat(session.title()).isEqualTo("14:02  Run the tests");
        assertThat(session.sums().count()).isEqualTo(3);
        assertThat(model.childrenOf(session)).extracting(SessionNode::title).containsExactly("main", "Explore a1b2c3");
        assertThat(model.childrenOf(session))
                .extracting(node -> node.sums().count())
                .containsExactly(2, 1);
    }

    @Test
    void aNodesScopePassesItsExchangesOnly() {
        model.changed(List.of(SampleExchanges.done(1), SampleExchanges.done(2)), Set.of());
        SessionNode session = model.childrenOf(model.root()).getFirst();
        SessionNode explore = model.childrenOf(session).get(1);

        assertThat(explore.scope().test(SampleExchanges.done(2))).isTrue();
        assertThat(explore.scope().test(SampleExchanges.done(1))).isFalse();
        assertThat(session.scope().test(SampleExchanges.done(1))).isTrue();
    }

    @Test
    void anExchangeThatChangesIsCountedOnceInItsNewestState() {
        model.changed(List.of(SampleExchanges.pending(1)), Set.of());
        model.changed(List.of(SampleExchanges.done(1)), Set.of());
        assertThat(model.root().sums().count()).isOne();
        assertThat(model.root().sums().inFlight()).isZero();
    }

    @Test
    void aSessionWhoseExchangesAreGoneGoesToo() {
        model.changed(List.of(SampleExchanges.done(1)), Set.of());
        model.changed(List.of(), Set.of(new ExchangeId(1)));
        assertThat(model.childrenOf(model.root())).isEmpty();

        model.changed(List.of(SampleExchanges.done(1)), Set.of());
        assertThat(model.childrenOf(model.root())).hasSize(1);
    }
}
