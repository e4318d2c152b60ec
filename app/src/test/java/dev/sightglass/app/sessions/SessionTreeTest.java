package dev.sightglass.app.sessions;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.SampleExchanges;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** Base of the tests of the tree: a model that knows no more than a test tells it, drawn as text. */
abstract class SessionTreeTest {
    protected static final BigDecimal CENT = new BigDecimal("0.01");

    protected final BackgroundTasks tasks =
            new BackgroundTasks(Executors.newVirtualThreadPerTaskExecutor(), Runnable::run);
    protected final SessionTexts texts =
            new SessionTexts(Clock.fixed(SampleExchanges.START.plusSeconds(290), ZoneOffset.UTC));
    protected final SessionTreeModel model = new SessionTreeModel(tasks, _ -> CENT);

    @AfterEach
    void close() {
        tasks.close();
    }

    protected static List<SessionNode> allUnder(SessionNode node) {
        List<SessionNode> all = new ArrayList<>(List.of(node));
        node.children().forEach(child -> all.addAll(allUnder(child)));
        return all;
    }

    protected String drawn(SessionTreeModel of) {
        StringBuilder lines = new StringBuilder();
        draw(of.root(), "", lines);
        return lines.toString();
    }

    protected void draw(SessionNode node, String indent, StringBuilder lines) {
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
