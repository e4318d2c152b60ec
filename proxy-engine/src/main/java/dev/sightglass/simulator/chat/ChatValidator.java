package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.check.Field;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All rules of Chat Completions in the order in which the service is seen to apply them: shape first, model last. */
public final class ChatValidator {
    private static final List<ChatRule> RULES = List.of(
            new ChatArguments(),
            new ChatMessages(),
            new ChatTools(),
            new ChatToolChoice(),
            new ChatResponseFormat(),
            new ChatModelRules(),
            new ChatToolOrder(),
            new ChatContextWindow());

    /** @throws dev.sightglass.simulator.check.RequestRefused at the first rule that the request breaks */
    public void check(JsonNode body, SimulatedDeployment deployment) {
        Field request = Field.root(body);
        RULES.forEach(rule -> rule.check(request, deployment));
    }
}
