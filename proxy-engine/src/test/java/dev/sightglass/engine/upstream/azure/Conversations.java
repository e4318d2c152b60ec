package dev.sightglass.engine.upstream.azure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes valid requests of the Messages API at random, in which every text is unlike every other, so that one can ask of each
 * where it went. The same seed gives the same request.
 */
final class Conversations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Random random;
    private int marks;
    private int calls;

    private Conversations(long seed) {
        random = new Random(seed);
    }

    /** A request's body. */
    static byte[] request(long seed) {
        ObjectNode request = new Conversations(seed).request();
        return MAPPER.writeValueAsString(request).getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode request() {
        ObjectNode request = JSON.objectNode().put("model", "claude-x").put("max_tokens", 100 + random.nextInt(900));
        if (random.nextBoolean()) request.put("stream", true);
        if (random.nextBoolean()) addSystem(request.putArray("system"));
        ArrayNode tools = request.putArray("tools");
        for (int i = random.nextInt(4); i > 0; i--) addTool(tools);
        addTurns(request.putArray("messages"));
        addOptions(request);
        return request;
    }

    private void addOptions(ObjectNode request) {
        if (random.nextBoolean()) request.putObject("metadata").put("user_id", mark());
        if (random.nextBoolean()) request.putObject("context_management").put("edits", mark());
        if (random.nextBoolean()) request.put("field_of_the_future", mark());
        if (random.nextBoolean()) request.putObject("output_config").put("task_budget", mark());
        if (random.nextBoolean()) request.putArray("stop_sequences").add(mark()).add(mark());
    }

    private void addSystem(ArrayNode system) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            ObjectNode block = text();
            withExtras(block);
            system.add(block);
        }
    }

    private void addTool(ArrayNode tools) {
        ObjectNode tool = tools.addObject().put("name", name()).put("description", mark());
        ObjectNode schema = tool.putObject("input_schema").put("type", "object");
        schema.putObject("properties")
                .putObject("p" + marks)
                .put("type", "string")
                .put("description", mark());
        withExtras(tool);
    }

    private void addTurns(ArrayNode messages) {
        user(messages).add(text());
        for (int turn = random.nextInt(6); turn > 0; turn--) {
            List<String> open = assistant(messages);
            if (random.nextInt(6) == 0) system(messages);
            if (open.isEmpty() || random.nextInt(8) > 0) answers(messages, open);
            else user(messages).add(text());
            if (random.nextInt(4) == 0) system(messages);
        }
    }

    private List<String> assistant(ArrayNode messages) {
        ObjectNode message = messages.addObject().put("role", "assistant");
        ArrayNode content = message.putArray("content");
        List<String> open = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    String id = id();
                    open.add(id);
                    ObjectNode use = content.addObject()
                            .put("type", "tool_use")
                            .put("id", id)
                            .put("name", name());
                    use.putObject("input").put("a", mark());
                    withExtras(use);
                }
                case 2 ->
                    content.addObject()
                            .put("type", "thinking")
                            .put("thinking", mark())
                            .put("signature", mark());
                case 3 -> content.addObject().put("type", "server_novelty").put("x", mark());
                default -> content.add(text());
            }
        }
        return open;
    }

    private void answers(ArrayNode messages, List<String> open) {
        ArrayNode content = user(messages);
        for (String id : open) {
            if (random.nextInt(10) == 0) continue;
            if (random.nextInt(8) == 0) content = user(messages);
            ObjectNode result = content.addObject().put("type", "tool_result").put("tool_use_id", id);
            ArrayNode inner = result.putArray("content");
            for (int i = random.nextInt(3); i > 0; i--) inner.add(userBlock());
            withExtras(result);
        }
        if (random.nextInt(8) == 0)
            content.addObject()
                    .put("type", "tool_result")
                    .put("tool_use_id", id())
                    .put("content", mark());
        for (int i = random.nextInt(3); i > 0; i--) content.add(userBlock());
    }

    private ArrayNode user(ArrayNode messages) {
        ObjectNode message = messages.addObject().put("role", "user");
        if (random.nextInt(8) == 0) message.put("extra", mark());
        return message.putArray("content");
    }

    private void system(ArrayNode messages) {
        ObjectNode message = messages.addObject().put("role", "system");
        if (random.nextBoolean()) message.put("content", mark());
        else message.putArray("content").add(text());
        if (random.nextBoolean()) message.put("clear_at", mark());
    }

    private ObjectNode userBlock() {
        ObjectNode block = JSON.objectNode();
        switch (random.nextInt(5)) {
            case 0 -> {
                block.put("type", "image");
                block.putObject("source")
                        .put("type", "base64")
                        .put("media_type", "image/png")
                        .put("data", mark());
            }
            case 1 -> {
                block.put("type", "document").put("title", mark());
                block.putObject("source")
                        .put("type", "text")
                        .put("media_type", "text/plain")
                        .put("data", mark());
            }
            case 2 -> block.put("type", "tool_reference").put("tool_name", mark());
            case 3 -> block.put("type", "novelty").put("x", mark());
            default -> block.put("type", "text").put("text", mark());
        }
        withExtras(block);
        return block;
    }

    private ObjectNode text() {
        return JSON.objectNode().put("type", "text").put("text", mark());
    }

    private void withExtras(ObjectNode object) {
        if (random.nextInt(4) == 0) object.putObject("cache_control").put("type", mark());
        if (random.nextInt(8) == 0) object.put("unknown_extra", mark());
    }

    private String name() {
        return random.nextInt(5) == 0 ? "mcp__server__" + "n".repeat(60) + mark() : "tool" + mark();
    }

    private String id() {
        return "toolu_" + calls++ + (random.nextInt(5) == 0 ? "x".repeat(70) : "") + mark();
    }

    /** A text that occurs once in the request. */
    private String mark() {
        return "mark" + marks++ + "end";
    }
}
