package dev.sightglass.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgentColoursTest {
    private final AgentColours colours = new AgentColours();

    @Test
    void eightAgentsOfASessionHaveEightColours() {
        List<String> given = IntStream.range(0, AgentColours.COUNT)
                .mapToObj(i -> colours.styleClass("session", "agent " + i))
                .toList();
        assertThat(given).doesNotHaveDuplicates().allMatch(name -> name.matches("agent-[1-8]"));
    }

    @Test
    void anAgentKeepsItsColourHoweverOftenAndWhereverItIsAsked() {
        String first = colours.styleClass("session", "a1b2");
        IntStream.range(0, 30).forEach(i -> colours.styleClass("session", "other " + i));
        assertThat(colours.styleClass("session", "a1b2")).isEqualTo(first);
        assertThat(new AgentColours().styleClass("session", "a1b2")).isEqualTo(first);
    }

    @Test
    void theMainAgentHasNoneAndExchangesWithoutASessionMayHaveOne() {
        assertThat(colours.styleClass("session", null)).isEmpty();
        assertThat(colours.styleClass(null, "a1b2")).matches("agent-[1-8]");
    }
}
