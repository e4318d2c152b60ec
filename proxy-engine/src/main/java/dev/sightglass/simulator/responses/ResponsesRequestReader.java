package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.answer.RequestView;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a valid Responses request. */
final class ResponsesRequestReader {
    private static final Set<String> INSTRUCTING = Set.of("system", "developer");

    private final JsonNode body;
    private final List<JsonNode> items = new ArrayList<>();

    ResponsesRequestReader(JsonNode body) {
        this.body = body;
        body.path("input").forEach(items::add);
    }

    RequestView read(SimulatedDeployment deployment) {
        String choice = body.path("tool_choice").path("name").asString("");
        if (body.path("tool_choice").asString("").equals("required")) {
            choice = "*";
        }
        int limit = body.path("max_output_tokens").asInt(0);
        return new RequestView(
                Api.RESPONSES,
                deployment,
                systemText(),
                lastUserText(),
                toolResults(),
                tools(),
                Optional.of(choice).filter(name -> !name.isEmpty()),
                Optional.of(body.path("text").path("format").path("schema")).filter(JsonNode::isObject),
                limit == 0 ? Optional.empty() : Optional.of(limit),
                body.path("stream").asBoolean(false),
                body);
    }

    private String systemText() {
        Stream<String> inItems = items.stream()
                .filter(item -> INSTRUCTING.contains(item.path("role").asString("")))
                .map(item -> text(item.path("content")));
        return Stream.concat(Stream.of(body.path("instructions").asString("")), inItems)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String lastUserText() {
        return items.reversed().stream()
                .filter(item -> item.path("role").asString("").equals("user"))
                .findFirst()
                .map(item -> text(item.path("content")))
                .orElseGet(() -> body.path("input").asString(""));
    }

    private List<RequestView.ToolResult> toolResults() {
        int lastSpoken = items.size() - 1;
        while (lastSpoken >= 0 && !spokenByModel(items.get(lastSpoken))) {
            lastSpoken--;
        }
        return items.subList(lastSpoken + 1, items.size()).stream()
                .filter(item -> type(item).equals("function_call_output"))
                .map(item -> new RequestView.ToolResult(item.path("call_id").asString(), text(item.path("output"))))
                .toList();
    }

    private static boolean spokenByModel(JsonNode item) {
        return type(item).equals("function_call")
                || item.path("role").asString("").equals("assistant");
    }

    private List<RequestView.Tool> tools() {
        if (body.path("tool_choice").asString("").equals("none")) {
            return List.of();
        }
        return body.path("tools")
                .valueStream()
                .filter(tool -> type(tool).equals("function"))
                .map(tool -> new RequestView.Tool(
                        tool.path("name").asString(),
                        tool.has("parameters") ? tool.path("parameters") : JsonNodeFactory.instance.objectNode()))
                .toList();
    }

    private static String type(JsonNode node) {
        return node.path("type").asString("");
    }

    private static String text(JsonNode content) {
        if (content.isString()) {
            return content.asString();
        }
        return content.valueStream().map(part -> part.path("text").asString("")).collect(Collectors.joining("\n"));
    }
}
