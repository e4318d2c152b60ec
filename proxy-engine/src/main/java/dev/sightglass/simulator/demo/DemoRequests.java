package dev.sightglass.simulator.demo;

import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of requests in the form in which Claude Code sends them. */
final class DemoRequests {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MAX_TOKENS = 32_000;

    private final String sessionId;
    private final JsonNode tools = MAPPER.readTree(DemoTexts.resource("tools.json"));

    DemoRequests(String sessionId) {
        this.sessionId = sessionId;
    }

    /** A streamed turn with tools. */
    ObjectNode turn(String model, String role, ArrayNode messages) {
        ObjectNode body = base(model, MAX_TOKENS);
        body.set("messages", messages);
        ArrayNode system = body.putArray("system");
        system.addObject().put("type", "text").put("text", role);
        addText(system, DemoTexts.resource("system.txt"), true);
        body.set("tools", tools);
        body.putObject("thinking").put("type", "adaptive").put("display", "omitted");
        body.putObject("context_management")
                .putArray("edits")
                .addObject()
                .put("type", "clear_thinking_20251015")
                .put("keep", "all");
        body.putObject("output_config").put("effort", "high");
        return body.put("stream", true);
    }

    /** A small call without tools, answered as a whole. */
    ObjectNode background(String model, String task) {
        ObjectNode body = base(model, 512);
        body.putArray("messages").addObject().put("role", "user").put("content", task);
        return body.put("stream", false);
    }

    /** A background call whose answer follows a schema. */
    ObjectNode title(String model) {
        ObjectNode body = background(model, DemoTexts.TITLE_TASK);
        ObjectNode format = body.putObject("output_config").putObject("format").put("type", "json_schema");
        ObjectNode schema = format.putObject("schema").put("type", "object");
        schema.putObject("properties").putObject("title").put("type", "string");
        schema.putArray("required").add("title");
        schema.put("additionalProperties", false);
        return body;
    }

    ObjectNode countTokens(String model, ArrayNode messages) {
        ObjectNode body = JSON.objectNode().put("model", model);
        body.set("messages", messages);
        body.set("tools", tools);
        return body;
    }

    static ObjectNode user(String text) {
        ObjectNode message = JSON.objectNode().put("role", "user");
        addText(message.putArray("content"), text, true);
        return message;
    }

    static ObjectNode system(String text) {
        return JSON.objectNode().put("role", "system").put("content", text);
    }

    static ObjectNode assistant(JsonNode content) {
        ObjectNode message = JSON.objectNode().put("role", "assistant");
        message.set("content", content);
        return message;
    }

    static ObjectNode toolResult(String id, String text, boolean error) {
        ObjectNode block = JSON.objectNode().put("type", "tool_result").put("tool_use_id", id);
        block.put("content", text);
        return error ? block.put("is_error", true) : block;
    }

    private ObjectNode base(String model, int maxTokens) {
        ObjectNode body = JSON.objectNode().put("model", model).put("max_tokens", maxTokens);
        ObjectNode user = JSON.objectNode()
                .put("device_id", "0".repeat(64))
                .put("account_uuid", "")
                .put("session_id", sessionId);
        body.putObject("metadata").put("user_id", user.toString());
        return body;
    }

    private static void addText(ArrayNode blocks, String text, boolean cached) {
        ObjectNode block = blocks.addObject().put("type", "text").put("text", text);
        if (cached) {
            block.putObject("cache_control").put("type", "ephemeral");
        }
    }

    static String newSessionId() {
        return UUID.randomUUID().toString();
    }
}
