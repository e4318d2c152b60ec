package dev.sightglass.simulator.demo;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts a streamed message together, as a client does; used by one thread. */
final class DemoAnswer {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ArrayNode content = JsonNodeFactory.instance.arrayNode();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder input = new StringBuilder();
    private boolean ended;
    private int events;

    /** Takes one line of the stream. */
    void read(String line) {
        if (!line.startsWith("data:")) {
            return;
        }
        events++;
        JsonNode event = MAPPER.readTree(line.substring("data:".length()));
        switch (event.path("type").asString("")) {
            case "content_block_start" -> begin(event.path("content_block"));
            case "content_block_delta" -> append(event.path("delta"));
            case "content_block_stop" -> end();
            case "message_stop", "error" -> ended = true;
            default -> {}
        }
    }

    /** The content blocks received so far. */
    ArrayNode content() {
        return content;
    }

    List<JsonNode> toolUses() {
        return content.valueStream()
                .filter(block -> block.path("type").asString("").equals("tool_use"))
                .toList();
    }

    boolean isEnded() {
        return ended;
    }

    int events() {
        return events;
    }

    private void begin(JsonNode block) {
        content.add(block.deepCopy());
        text.setLength(0);
        input.setLength(0);
    }

    private void append(JsonNode delta) {
        text.append(delta.path("text").asString(""));
        input.append(delta.path("partial_json").asString(""));
    }

    private void end() {
        if (content.isEmpty() || !(content.get(content.size() - 1) instanceof ObjectNode block)) {
            return;
        }
        if (block.path("type").asString("").equals("text")) {
            block.put("text", text.toString());
        } else if (block.path("type").asString("").equals("tool_use")) {
            block.set("input", input.isEmpty() ? MAPPER.createObjectNode() : MAPPER.readTree(input.toString()));
        }
    }
}
