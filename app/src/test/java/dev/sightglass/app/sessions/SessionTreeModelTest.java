package dev.sightglass.app.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.RecordedRun;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.RequestFacts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which line an exchange stands under. */
class SessionTreeModelTest extends SessionTreeTest {
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
}
