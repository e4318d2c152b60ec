package dev.sightglass.app.sessions;

import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lines over a set of exchanges, kept up to date exchange by exchange: each costs the lines that it is under, however many
 * there are. One thread at a time.
 */
final class Forest {
    private final Function<ExchangeSummary, @Nullable BigDecimal> cost;
    private final Placer placer = new Placer();
    private final SessionNode root = new SessionNode(new Scope.Everything(), null);
    private final Map<ExchangeId, Entry> entries = new HashMap<>();
    private final Map<Scope, SessionNode> nodes = new HashMap<>();
    /** Agents that stand beside the line they belong under, until that one is there. */
    private final Map<Scope, List<SessionNode>> orphans = new HashMap<>();
    /** Lines whose children have changed since {@link #takeRegrown}. */
    private Set<SessionNode> regrown = new HashSet<>();

    /** What is counted, and where. */
    private record Entry(ExchangeSummary exchange, @Nullable BigDecimal cost, SessionNode leaf) {}

    Forest(Function<ExchangeSummary, @Nullable BigDecimal> cost) {
        this.cost = cost;
    }

    SessionNode root() {
        return root;
    }

    Placer placer() {
        return placer;
    }

    @Nullable
    SessionNode node(Scope scope) {
        return scope instanceof Scope.Everything ? root : nodes.get(scope);
    }

    int size() {
        return entries.size();
    }

    boolean holds(ExchangeId id) {
        return entries.containsKey(id);
    }

    /** The exchanges in their newest state, in no order. */
    List<ExchangeSummary> exchanges() {
        List<ExchangeSummary> all = new ArrayList<>(entries.size());
        for (Entry entry : entries.values()) all.add(entry.exchange());
        return all;
    }

    Set<SessionNode> takeRegrown() {
        Set<SessionNode> taken = regrown;
        regrown = new HashSet<>();
        return taken;
    }

    /** Counts an exchange, instead of its earlier state if it was counted before. */
    void put(ExchangeSummary exchange) {
        Entry before = entries.get(exchange.id());
        Place place = placer.learn(exchange);
        SessionNode leaf = leaf(place, exchange);
        Entry now = new Entry(exchange, cost.apply(exchange), leaf);
        entries.put(exchange.id(), now);
        leaf.count(exchange, now.cost(), true);
        for (SessionNode node = leaf; node != null && node != root; node = node.parent())
            if (describes(node, exchange)) node.describe(exchange);
        if (before == null) return;
        before.leaf().count(before.exchange(), before.cost(), false);
        if (before.leaf() != leaf) dropEmpty(before.leaf());
    }

    /** A sub-agent's task is not the prompt of its turn, nor of the agent that started it. */
    private static boolean describes(SessionNode node, ExchangeSummary exchange) {
        String agent = exchange.client().agentId();
        return node.scope() instanceof Scope.Agent of
                ? agent == null ? of.agentId() == null : agent.equals(of.agentId())
                : agent == null;
    }

    void remove(Collection<ExchangeId> ids) {
        for (ExchangeId id : ids) {
            Entry gone = entries.remove(id);
            placer.forget(id);
            if (gone == null) continue;
            gone.leaf().count(gone.exchange(), gone.cost(), false);
            dropEmpty(gone.leaf());
        }
    }

    private void dropEmpty(SessionNode leaf) {
        SessionNode node = leaf;
        while (node != root && node.sums().count() == 0) {
            SessionNode parent = node.parent();
            if (parent == null) return;
            nodes.remove(node.scope());
            parent.release(node);
            regrown.add(parent);
            node = parent;
        }
    }

    // Lines

    private SessionNode leaf(Place place, ExchangeSummary exchange) {
        SessionNode node = under(root, new Scope.Session(place.session()), exchange);
        TurnKey turn = place.turn();
        if (turn != null) node = under(node, new Scope.Turn(turn), exchange);
        if (place.agents().isEmpty())
            return turn == null ? node : under(node, new Scope.Agent(place.session(), turn, null), exchange);
        for (String agent : place.agents().subList(0, place.agents().size() - 1)) {
            SessionNode above = nodes.get(new Scope.Agent(place.session(), turn, agent));
            if (above != null) node = above;
        }
        return under(node, new Scope.Agent(place.session(), turn, place.agents().getLast()), exchange);
    }

    private SessionNode under(SessionNode parent, Scope scope, ExchangeSummary exchange) {
        SessionNode node = nodes.get(scope);
        if (node != null) return node;
        node = new SessionNode(scope, exchange);
        nodes.put(scope, node);
        parent.adopt(node, parent == root);
        regrown.add(parent);
        if (scope instanceof Scope.Agent agent && agent.agentId() != null) settle(node, agent, exchange.client());
        return node;
    }

    /** Brings agents together with the agents that they started, whichever was seen first. */
    private void settle(SessionNode node, Scope.Agent agent, ClientInfo client) {
        String parent = client.parentAgentId();
        if (parent != null) {
            Scope above = new Scope.Agent(agent.session(), agent.turn(), parent);
            if (!nodes.containsKey(above))
                orphans.computeIfAbsent(above, _ -> new ArrayList<>()).add(node);
        }
        List<SessionNode> waiting = orphans.remove(agent);
        if (waiting == null) return;
        for (SessionNode child : waiting) {
            SessionNode beside = child.parent();
            if (beside != null) regrown.add(beside);
            node.takeOver(child);
        }
        regrown.add(node);
    }
}
