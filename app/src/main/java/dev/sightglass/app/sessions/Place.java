package dev.sightglass.app.sessions;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where in the tree an exchange belongs.
 *
 * @param turn null when no prompt is known to have caused it
 * @param agents ids from the sub-agent that the main agent started to the one that sent the request; empty for the main agent
 */
record Place(SessionKey session, @Nullable TurnKey turn, List<String> agents) {
    Place {
        agents = List.copyOf(agents);
    }

    /** Whether the line for {@code scope} covers this place. */
    boolean isIn(Scope scope) {
        return switch (scope) {
            case Scope.Everything _ -> true;
            case Scope.Session(SessionKey key) -> key.equals(session);
            case Scope.Turn(TurnKey key) -> key.equals(turn);
            case Scope.Agent agent -> isIn(agent);
        };
    }

    private boolean isIn(Scope.Agent agent) {
        if (!agent.session().equals(session) || !Objects.equals(agent.turn(), turn)) return false;
        return agent.agentId() == null ? agents.isEmpty() : agents.contains(agent.agentId());
    }
}
