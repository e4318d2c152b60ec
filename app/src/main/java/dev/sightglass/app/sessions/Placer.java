package dev.sightglass.app.sessions;

import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.RequestFacts.Endpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Says where exchanges belong, from what their summaries tell.
 *
 * <p>A turn is known by the client's prompt id, else by which prompt of the conversation is the newest, else by the prompt's
 * beginning. A sub-agent belongs to the turn in which its first request came, however long it runs; so does what the client
 * asks in passing (titles, token counts). Learns on one thread; may be asked on any.
 */
final class Placer {
    private final Map<SessionKey, ConcurrentSkipListMap<ExchangeId, TurnKey>> turns = new ConcurrentHashMap<>();
    private final Set<TurnKey> known = ConcurrentHashMap.newKeySet();
    private final Map<Agent, TurnKey> agentTurns = new ConcurrentHashMap<>();
    private final Map<Agent, String> parents = new ConcurrentHashMap<>();
    private final Map<ExchangeId, TurnKey> passing = new ConcurrentHashMap<>();

    private record Agent(SessionKey session, String id) {}

    /** Where an exchange belongs; what it tells of turns and agents is remembered. */
    Place learn(ExchangeSummary exchange) {
        SessionKey session = session(exchange);
        ClientInfo client = exchange.client();
        String agent = client.agentId();
        if (agent != null) learnAgent(exchange, new Agent(session, agent), client.parentAgentId());
        else learnTurn(exchange, session);
        return place(exchange);
    }

    private void learnAgent(ExchangeSummary exchange, Agent agent, @Nullable String parent) {
        if (parent != null) parents.putIfAbsent(agent, parent);
        if (agentTurns.containsKey(agent)) return;
        TurnKey turn = parent == null ? null : agentTurns.get(new Agent(agent.session(), parent));
        if (turn == null) turn = running(agent.session(), exchange.id());
        if (turn != null) agentTurns.put(agent, turn);
    }

    private void learnTurn(ExchangeSummary exchange, SessionKey session) {
        TurnKey own = own(exchange, session);
        boolean inPassing = exchange.request().endpoint() == Endpoint.COUNT_TOKENS || isAside(exchange);
        TurnKey running = inPassing ? running(session, exchange.id()) : null;
        if (running != null && exchange.client().promptId() == null) passing.putIfAbsent(exchange.id(), running);
        else if (own != null && known.add(own))
            turns.computeIfAbsent(session, _ -> new ConcurrentSkipListMap<>()).put(exchange.id(), own);
    }

    /** Where an exchange belongs as far as is known by now. */
    Place place(ExchangeSummary exchange) {
        SessionKey session = session(exchange);
        List<String> agents = agents(session, exchange.client());
        return new Place(session, turn(exchange, session, agents), agents);
    }

    private @Nullable TurnKey turn(ExchangeSummary exchange, SessionKey session, List<String> agents) {
        String prompt = exchange.client().promptId();
        if (prompt != null) return new TurnKey(session, "id " + prompt);
        if (!agents.isEmpty()) {
            TurnKey turn = agentTurns.get(new Agent(session, agents.getLast()));
            return turn == null ? running(session, exchange.id()) : turn;
        }
        TurnKey attached = exchange.request().endpoint() == Endpoint.OTHER ? null : passing.get(exchange.id());
        return attached == null ? own(exchange, session) : attached;
    }

    /** The turn that a request of the main agent names itself. */
    private static @Nullable TurnKey own(ExchangeSummary exchange, SessionKey session) {
        String prompt = exchange.client().promptId();
        if (prompt != null) return new TurnKey(session, "id " + prompt);
        RequestFacts request = exchange.request();
        if (request.endpoint() != Endpoint.MESSAGES) return null;
        PromptFacts facts = request.prompt();
        if (facts != null && facts.number() > 0)
            return new TurnKey(session, facts.number() + " " + Long.toHexString(facts.fingerprint()));
        return request.title() == null ? null : new TurnKey(session, request.title());
    }

    /** A call beside the conversation, such as for a title: one message, no tools. */
    private static boolean isAside(ExchangeSummary exchange) {
        RequestFacts request = exchange.request();
        return request.endpoint() == Endpoint.MESSAGES && request.tools() == 0 && request.messages() == 1;
    }

    private @Nullable TurnKey running(SessionKey session, ExchangeId at) {
        ConcurrentSkipListMap<ExchangeId, TurnKey> begun = turns.get(session);
        Map.Entry<ExchangeId, TurnKey> latest = begun == null ? null : begun.floorEntry(at);
        return latest == null ? null : latest.getValue();
    }

    private List<String> agents(SessionKey session, ClientInfo client) {
        String agent = client.agentId();
        if (agent == null) return List.of();
        List<String> line = new ArrayList<>(2);
        Set<String> seen = new HashSet<>();
        String next = client.parentAgentId();
        line.add(agent);
        seen.add(agent);
        while (next != null && seen.add(next)) {
            line.add(next);
            next = parents.get(new Agent(session, next));
        }
        return line.reversed();
    }

    /** An exchange is gone. */
    void forget(ExchangeId id) {
        passing.remove(id);
    }

    private static SessionKey session(ExchangeSummary exchange) {
        String id = exchange.client().sessionId();
        if (id != null) return new SessionKey(id, 0);
        PromptFacts facts = exchange.request().prompt();
        if (facts == null || exchange.request().endpoint() != Endpoint.MESSAGES) return SessionKey.NONE;
        return facts.opening() == 0 ? SessionKey.NONE : new SessionKey(null, facts.opening());
    }
}
