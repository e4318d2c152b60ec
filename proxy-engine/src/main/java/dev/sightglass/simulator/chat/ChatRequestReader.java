package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.answer.RequestView;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a valid Chat Completions request. */
final class ChatRequestReader {
    private static final Set<String> INSTRUCTING = Set.of("system", "developer");

    private final JsonNode body;
    private final List<JsonNode> messages = new ArrayList<>();

    ChatRequestReader(JsonNode body) {
        this.body = body;
        body.path("messages").forEach(messages::add);
    }

    RequestView read(SimulatedDeployment deployment) {
        String choice = body.path("tool_choice").path("function").path("name").asString("");
        if (body.path("tool_choice").asString("").equals("required")) {
            choice = "*";
        }
        return new RequestView(
                Api.CHAT_COMPLETIONS,
                deployment,
                systemText(),
                lastUserText(),
                toolResults(),
                tools(),
                Optional.of(choice).filter(name -> !name.isEmpty()),
                Optional.of(body.path("response_format").path("json_schema").path("schema"))
                        .filter(JsonNode::isObject),
                maxOutputTokens(),
                body.path("stream").asBoolean(false),
                body);
    }

    private String systemText() {
        return messages.stream()
                .filter(message -> INSTRUCTING.contains(role(message)))
                .map(ChatRequestReader::text)
                .collect(Collectors.joining("\n"));
    }

    private String lastUserText() {
        return messages.reversed().stream()
                .filter(message -> role(message).equals("user"))
                .findFirst()
                .map(ChatRequestReader::text)
                .orElse("");
    }

    private List<RequestView.ToolResult> toolResults() {
        int lastSpoken = messages.size() - 1;
        while (lastSpoken >= 0 && !role(messages.get(lastSpoken)).equals("assistant")) {
            lastSpoken--;
        }
        return messages.subList(lastSpoken + 1, messages.size()).stream()
                .filter(message -> role(message).equals("tool"))
                .map(message ->
                        new RequestView.ToolResult(message.path("tool_call_id").asString(), text(message)))
                .toList();
    }

    private List<RequestView.Tool> tools() {
        if (body.path("tool_choice").asString("").equals("none")) {
            return List.of();
        }
        return body.path("tools")
                .valueStream()
                .map(tool -> tool.path("function"))
                .map(function -> new RequestView.Tool(
                        function.path("name").asString(),
                        function.has("parameters")
                                ? function.path("parameters")
                                : JsonNodeFactory.instance.objectNode()))
                .toList();
    }

    private Optional<Integer> maxOutputTokens() {
        int limit =
                body.path("max_completion_tokens").asInt(body.path("max_tokens").asInt(0));
        return limit == 0 ? Optional.empty() : Optional.of(limit);
    }

    private static String role(JsonNode message) {
        return message.path("role").asString("");
    }

    private static String text(JsonNode message) {
        JsonNode content = message.path("content");
        if (content.isString()) {
            return content.asString();
        }
        return content.valueStream().map(part -> part.path("text").asString("")).collect(Collectors.joining("\n"));
    }
}
