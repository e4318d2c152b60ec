package dev.sightglass.simulator.answer;

import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A request as a script sees it: the same for all APIs.
 *
 * @param systemText all system and developer text, joined
 * @param lastUserText the newest text that the user wrote
 * @param toolResults the results that came since the model spoke last, in their order
 * @param tools the functions that the model may call
 * @param forcedTool the tool that has to be called: a name, {@code *} for any, empty when the model is free
 * @param answerSchema the JSON schema that the answer's text has to follow, when one was given
 * @param maxOutputTokens the requested limit; empty when the request sets none
 * @param body the whole request
 */
public record RequestView(
        Api api,
        SimulatedDeployment deployment,
        String systemText,
        String lastUserText,
        List<ToolResult> toolResults,
        List<Tool> tools,
        Optional<String> forcedTool,
        Optional<JsonNode> answerSchema,
        Optional<Integer> maxOutputTokens,
        boolean streaming,
        JsonNode body) {
    public RequestView {
        toolResults = List.copyOf(toolResults);
        tools = List.copyOf(tools);
    }

    /** A tool's answer to an earlier call. */
    public record ToolResult(String callId, String text) {}

    /** A function offered to the model. */
    public record Tool(String name, JsonNode parameters) {}

    public boolean offers(String toolName) {
        return tools.stream().anyMatch(tool -> tool.name().equals(toolName));
    }
}
