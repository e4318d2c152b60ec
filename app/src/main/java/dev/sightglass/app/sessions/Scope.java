package dev.sightglass.app.sessions;

import org.jspecify.annotations.Nullable;

/** Which exchanges a line of the tree stands for. Equal for the same line, however often the tree is built. */
public sealed interface Scope {
    /** All of them. */
    record Everything() implements Scope {}

    /** Those of a session, its agents' included. */
    record Session(SessionKey key) implements Scope {}

    /** Those that one prompt caused, its agents' included. */
    record Turn(TurnKey key) implements Scope {}

    /**
     * Those of an agent and of the agents that it started.
     *
     * @param turn null for agents whose turn is not known
     * @param agentId null for the main agent
     */
    record Agent(
            SessionKey session,
            @Nullable TurnKey turn,
            @Nullable String agentId) implements Scope {}
}
