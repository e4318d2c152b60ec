package dev.sightglass.app.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.exchanges.Totals;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.RecordedRun;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.RequestFacts;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTreeModelTest {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final BackgroundTasks tasks =
            new BackgroundTasks(Executors.newVirtualThreadPerTaskExecutor(), Runnable::run);
    private final SessionTexts texts =
            new SessionTexts(Clock.fixed(SampleExchanges.START.plusSeconds(290), ZoneOffset.UTC));
    private final SessionTreeModel model = new SessionTreeModel(tasks, _ -> CENT);

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void threeParallelSubAgentsOneOfThemNestedBuildTheExactTree() {
        model.changed(RecordedRun.threeParallelAgentsOneNested().exchanges(), Set.of());

        assertThat(drawn(model)).isEqualTo("""
                All exchanges 14
                  14:02 myproj 14
                    1 Delegate three jobs. 12
                      main 4
                      Do job 0 now. 2
                      Do job 1 now. 4
                        Do nested thing. 2
                      Do job 2 now. 2
                    2 And now the second prompt 2
                      main 2
                """);
    }

    @Test
    void theTreeIsTheSameInWhateverPiecesItsExchangesCome() {
        List<ExchangeSummary> run = RecordedRun.threeParallelAgentsOneNested().exchanges();
        model.changed(run, Set.of());
        SessionTreeModel other = new SessionTreeModel(tasks, _ -> CENT);
        for (ExchangeSummary exchange : run) {
            other.changed(List.of(received(exchange)), Set.of());
            other.changed(List.of(exchange), Set.of());
        }
        SessionTreeModel restored = new SessionTreeModel(tasks, _ -> CENT);
        restored.history(run.reversed().subList(0, 5));
        restored.history(run.reversed().subList(5, run.size()));

        assertThat(drawn(other)).isEqualTo(drawn(model));
        assertThat(drawn(restored)).isEqualTo(drawn(model));
    }

    @Test
    void anAgentSeenBeforeTheOneThatStartedItMovesUnderItWithItsSums() {
        List<ExchangeSummary> run = new RecordedRun()
                .main(1, "Go", 2)
                .agent("child1", "parent", "The child's task", 2)
                .agent("parent", null, "The parent's task", 2)
                .exchanges();
        model.changed(run, Set.of());

        assertThat(drawn(model)).isEqualTo("""
                All exchanges 3
                  14:02 myproj 3
                    1 Go 3
                      main 1
                      The parent's task 2
                        The child's task 1
                """);
    }

    @Test
    void olderClientsAreGroupedByTheirPromptIdsOrBeginnings() {
        ExchangeSummary one = SampleExchanges.done(1);
        ExchangeSummary two = SampleExchanges.done(2);
        ExchangeSummary seven = SampleExchanges.done(7);
        model.changed(List.of(one, two, seven), Set.of());

        assertThat(drawn(model)).isEqualTo("""
                All exchanges 3
                  14:02 oribasius 3
                    1 Run the tests 2
                      main 1
                      Explore: Tell me about Vienna Oribasius manuscript. 1
                    2 Run the tests 1
                      main 1
                """);
    }

    @Test
    void withoutAnySessionIdConversationsAreToldByHowTheyBegin() {
        RecordedRun run = new RecordedRun()
                .session(null, 111)
                .main(1, "Hello", 1)
                .session(null, 222)
                .main(1, "Write a poem", 1)
                .session(null, 111)
                .main(2, "Go on", 3)
                .session(null, 0)
                .countTokens();
        model.changed(run.exchanges(), Set.of());

        assertThat(drawn(model)).isEqualTo("""
                All exchanges 4
                  Without a session 1
                  14:02 myproj 1
                    1 Write a poem 1
                      main 1
                  14:02 myproj 2
                    1 Hello 1
                      main 1
                    2 Go on 1
                      main 1
                """);
    }

    @Test
    void exchangesRecordedBeforePromptsWereKeptAreGroupedByTheirTitles() {
        RecordedRun run =
                new RecordedRun().main(1, "Hello", 2).main(1, "Hello", 4).main(2, "Go on", 6);
        model.changed(
                run.exchanges().stream()
                        .map(SessionTreeModelTest::withoutPrompt)
                        .toList(),
                Set.of());

        assertThat(drawn(model)).isEqualTo("""
                All exchanges 3
                  14:02 Hello 3
                    1 Hello 2
                      main 2
                    2 Go on 1
                      main 1
                """);
    }

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

    private List<Long> members(SessionNode node) throws Exception {
        CompletableFuture<List<ExchangeId>> ids = new CompletableFuture<>();
        model.withIdsOf(node, ids::complete);
        return ids.get().stream().map(ExchangeId::number).toList();
    }

    /** As the recorder tells of an exchange when only its head is there. */
    private static ExchangeSummary received(ExchangeSummary exchange) {
        RequestFacts head = new RequestFacts(
                RequestFacts.Endpoint.OTHER, "POST", "/anything/v1/messages", null, false, 0, 0, null, null, null);
        ExchangeSummary pending = SampleExchanges.pending(exchange.id().number());
        return RecordedRun.with(pending, exchange.client(), head);
    }

    private static ExchangeSummary withoutPrompt(ExchangeSummary e) {
        RequestFacts r = e.request();
        RequestFacts older = new RequestFacts(
                r.endpoint(),
                r.method(),
                r.path(),
                r.requestedModel(),
                true,
                r.messages(),
                r.tools(),
                null,
                null,
                r.title());
        ClientInfo c = e.client();
        return RecordedRun.with(
                e, new ClientInfo(c.address(), c.userAgent(), c.sessionId(), null, null, null, null, null), older);
    }

    private static List<SessionNode> allUnder(SessionNode node) {
        List<SessionNode> all = new ArrayList<>(List.of(node));
        node.children().forEach(child -> all.addAll(allUnder(child)));
        return all;
    }

    private String drawn(SessionTreeModel of) {
        StringBuilder lines = new StringBuilder();
        draw(of.root(), "", lines);
        return lines.toString();
    }

    private void draw(SessionNode node, String indent, StringBuilder lines) {
        boolean typed = node.agentType() != null && !texts.detail(node).isEmpty();
        String words = (texts.lead(node) + " " + texts.name(node)).strip() + (typed ? ": " + texts.detail(node) : "");
        lines.append(indent)
                .append(words)
                .append(' ')
                .append(node.sums().count())
                .append('\n');
        node.children().forEach(child -> draw(child, indent + "  ", lines));
    }
}
