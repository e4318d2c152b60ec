package dev.sightglass.app.theme;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives each sub-agent one of the agents' colours, the same wherever it is shown. In a session no two have the same one while
 * there are colours left; a session that is opened again shows the same colours, as a rule. The main agent has none. FX thread
 * only.
 */
public final class AgentColours {
    /** How many tokens {@code -sg-agent-1} and on there are. */
    public static final int COUNT = 8;

    private final Map<Agent, Integer> given = new HashMap<>();
    /** For each session one bit for each colour in use. */
    private final Map<String, Integer> used = new HashMap<>();

    private record Agent(String session, String id) {}

    /**
     * The style class that colours an agent's texts and shapes, such as {@code agent-3}; the empty text for the main agent.
     *
     * @param sessionId null for exchanges that name none
     * @param agentId null for the main agent
     */
    public String styleClass(@Nullable String sessionId, @Nullable String agentId) {
        if (agentId == null) return "";
        String session = Objects.requireNonNullElse(sessionId, "");
        return "agent-" + (given.computeIfAbsent(new Agent(session, agentId), this::choose) + 1);
    }

    /** The colour that the id says, or the next one that is free in the session. */
    private int choose(Agent agent) {
        int first = Math.floorMod(agent.id().hashCode(), COUNT);
        int taken = used.getOrDefault(agent.session(), 0);
        for (int i = 0; i < COUNT; i++) {
            int colour = (first + i) % COUNT;
            if ((taken & 1 << colour) != 0) continue;
            used.put(agent.session(), taken | 1 << colour);
            return colour;
        }
        return first;
    }
}
