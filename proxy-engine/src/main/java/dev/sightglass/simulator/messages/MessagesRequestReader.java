package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.answer.RequestView;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads a valid Messages request. */
final class MessagesRequestReader {
    private final JsonNode body;
    private final List<JsonNode> messages = new ArrayList<>();

    MessagesRequestReader(JsonNode body) {
        this.body = body;
        body.path("messages").forEach(messages::add);
    }

    RequestView read(SimulatedDeployment deployment) {
        return new RequestView(
                Api.MESSAGES,
                deployment,
                systemText(),
                lastUserText(),
                toolResults(),
                tools(),
                forcedTool(),
                Optional.of(body.path("output_config").path("format").path("schema"))
                        .filter(JsonNode::isObject),
                Optional.of(body.path("max_tokens").asInt(0)).filter(limit -> limit > 0),
                body.path("stream").asBoolean(false),
                body);
    }

    private String systemText() {
        Stream<String> inMessages = messages.stream()
                .filter(message -> role(message).equals("system"))
                .map(message -> text(message.path("content")));
        return Stream.concat(Stream.of(text(body.path("system"))), inMessages)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String lastUserText() {
        return messages.reversed().stream()
                .filter(message -> role(message).equals("user"))
                .map(message -> text(message.path("content")))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private List<RequestView.ToolResult> toolResults() {
        int lastSpoken = messages.size() - 1;
        while (lastSpoken >= 0 && !role(messages.get(lastSpoken)).equals("assistant")) {
            lastSpoken--;
        }
        return messages.subList(lastSpoken + 1, messages.size()).stream()
                .flatMap(message -> message.path("content").valueStream())
                .filter(block -> block.path("type").asString("").equals("tool_result"))
                .map(block ->
                        new RequestView.ToolResult(block.path("tool_use_id").asString(), text(block.path("content"))))
                .toList();
    }

    private List<RequestView.Tool> tools() {
        if (body.path("tool_choice").path("type").asString("").equals("none")) {
            return List.of();
        }
        return body.path("tools")
                .valueStream()
                .filter(tool -> tool.has("input_schema"))
                .map(tool -> new RequestView.Tool(tool.path("name").asString(), tool.path("input_schema")))
                .toList();
    }

    private Optional<String> forcedTool() {
        JsonNode choice = body.path("tool_choice");
        return switch (choice.path("type").asString("")) {
            case "any" -> Optional.of("*");
            case "tool" -> Optional.of(choice.path("name").asString());
            default -> Optional.empty();
        };
    }

    private static String role(JsonNode message) {
        return message.path("role").asString("");
    }

    private static String text(JsonNode content) {
        if (content.isString()) {
            return content.asString();
        }
        return content.valueStream()
                .filter(block -> block.path("type").asString("").equals("text"))
                .map(block -> block.path("text").asString(""))
                .collect(Collectors.joining("\n"));
    }
}
