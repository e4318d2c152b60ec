package dev.sightglass.app.sessions;

import dev.sightglass.app.exchanges.Totals;
import dev.sightglass.app.feed.FeedListener;
import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sorts exchanges into sessions and agents. An agent that another one started stands under that one when it is known. FX
 * thread only.
 */
public final class SessionTreeModel implements FeedListener {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Totals.Maker totalsMaker;
    private final ZoneId zone;
    private final SessionNode everything;
    private final Map<ExchangeId, ExchangeSummary> known = new HashMap<>();
    private final Map<SessionNode.Scope, SessionNode> nodes = new HashMap<>();
    private final Map<SessionNode.Scope, List<SessionNode>> children = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    public SessionTreeModel(Totals.Maker totalsMaker, ZoneId zone) {
        this.totalsMaker = totalsMaker;
        this.zone = zone;
        everything =
                new SessionNode(new SessionNode.Scope.Everything(), Messages.text("sessions.all"), totalsMaker.make());
    }

    /** The line for all exchanges; sessions stand under it, the newest first. */
    public SessionNode root() {
        return everything;
    }

    /** The lines under this one. */
    public List<SessionNode> childrenOf(SessionNode node) {
        return List.copyOf(children.getOrDefault(node.scope(), List.of()));
    }

    /** Told after each change of lines or sums. */
    public void add(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void history(List<ExchangeSummary> newestFirst) {
        for (ExchangeSummary exchange : newestFirst.reversed()) if (!known.containsKey(exchange.id())) put(exchange);
        listeners.forEach(Runnable::run);
    }

    @Override
    public void changed(List<ExchangeSummary> newest, Collection<ExchangeId> removed) {
        for (ExchangeId id : removed) {
            ExchangeSummary gone = known.remove(id);
            if (gone != null) sums(gone).forEach(totals -> totals.remove(gone));
        }
        newest.forEach(this::put);
        if (!removed.isEmpty()) dropEmpty();
        listeners.forEach(Runnable::run);
    }

    private void put(ExchangeSummary exchange) {
        ExchangeSummary before = known.put(exchange.id(), exchange);
        if (before != null) sums(before).forEach(totals -> totals.remove(before));
        sums(exchange).forEach(totals -> totals.add(exchange));
    }

    private List<Totals> sums(ExchangeSummary exchange) {
        return List.of(
                everything.totals(), session(exchange).totals(), agent(exchange).totals());
    }

    private SessionNode session(ExchangeSummary exchange) {
        SessionNode.Scope scope =
                new SessionNode.Scope.Session(exchange.client().sessionId());
        SessionNode node = nodes.get(scope);
        if (node == null) {
            node = new SessionNode(scope, sessionTitle(exchange), totalsMaker.make());
            nodes.put(scope, node);
            children.computeIfAbsent(everything.scope(), _ -> new ArrayList<>()).addFirst(node);
        } else if (exchange.request().title() != null && !node.title().contains(" ")) {
            node.rename(sessionTitle(exchange));
        }
        return node;
    }

    private SessionNode agent(ExchangeSummary exchange) {
        ClientInfo client = exchange.client();
        SessionNode.Scope scope = new SessionNode.Scope.Agent(client.sessionId(), client.agentId());
        SessionNode node = nodes.get(scope);
        if (node != null) return node;
        node = new SessionNode(scope, agentTitle(client), totalsMaker.make());
        nodes.put(scope, node);
        children.computeIfAbsent(parentOf(client), _ -> new ArrayList<>()).add(node);
        return node;
    }

    private SessionNode.Scope parentOf(ClientInfo client) {
        SessionNode.Scope parent = new SessionNode.Scope.Agent(client.sessionId(), client.parentAgentId());
        boolean nested = client.parentAgentId() != null && nodes.containsKey(parent);
        return nested ? parent : new SessionNode.Scope.Session(client.sessionId());
    }

    private void dropEmpty() {
        nodes.values().removeIf(node -> node.sums().count() == 0);
        children.values().forEach(list -> list.removeIf(node -> node.sums().count() == 0));
    }

    private String sessionTitle(ExchangeSummary exchange) {
        if (exchange.client().sessionId() == null) return Messages.text("sessions.none");
        String time = CLOCK.format(exchange.startedAt().atZone(zone));
        String title = exchange.request().title();
        return title == null ? time : time + "  " + title;
    }

    private static String agentTitle(ClientInfo client) {
        String id = client.agentId();
        if (id == null) return Messages.text("agent.main");
        String type = client.agentType() == null ? Messages.text("sessions.agent") : client.agentType();
        return type + " " + shortened(id);
    }

    private static String shortened(@Nullable String id) {
        return id == null ? "" : id.substring(0, Math.min(6, id.length()));
    }
}
