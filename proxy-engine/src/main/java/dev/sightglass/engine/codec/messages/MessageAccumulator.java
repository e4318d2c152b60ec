package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Folds the events of a Messages API stream into the message that the same answer would have been without streaming. Takes
 * a stream as it comes: an event that does not fit is left out, what came before a cut is kept. One thread.
 */
public final class MessageAccumulator {
    private @Nullable ObjectNode message;
    private @Nullable JsonNode error;
    private boolean complete;
    private final Map<Integer, Block> blocks = new TreeMap<>();

    /** Takes the data of the next event; what is no JSON object is ignored. */
    public void accept(String data) {
        try {
            if (Json.tree(data) instanceof ObjectNode event) accept(event);
        } catch (MalformedJson _) {
            // A recorded stream may hold anything; the raw events stay visible elsewhere.
        }
    }

    /** The message so far, or null when none has begun. */
    public @Nullable ObjectNode message() {
        if (message == null) return null;
        ObjectNode whole = message.deepCopy();
        ArrayNode content = whole.putArray("content");
        blocks.values().forEach(block -> content.add(block.whole()));
        return whole;
    }

    /** The message so far as JSON, or null when none has begun. */
    public @Nullable String json() {
        ObjectNode whole = message();
        return whole == null ? null : Json.write(whole);
    }

    /** The {@code error} of an error event, or null when there was none. */
    public @Nullable String error() {
        return error == null ? null : Json.write(error);
    }

    /** True once {@code message_stop} has come. */
    public boolean complete() {
        return complete;
    }

    private void accept(ObjectNode event) {
        switch (event.path("type").asString("")) {
            case "message_start" -> start(event.path("message"));
            case "content_block_start" -> startBlock(event);
            case "content_block_delta" -> delta(event);
            case "message_delta" -> messageDelta(event);
            case "message_stop" -> complete = true;
            case "error" -> error = event.path("error");
            default -> {
                // ping, content_block_stop and events yet unknown add nothing to the message.
            }
        }
    }

    private void start(JsonNode started) {
        if (message != null || !(started instanceof ObjectNode node)) return;
        message = node.deepCopy();
    }

    private void startBlock(ObjectNode event) {
        if (event.path("content_block") instanceof ObjectNode block)
            blocks.put(event.path("index").asInt(blocks.size()), new Block(block.deepCopy()));
    }

    private void delta(ObjectNode event) {
        Block block = blocks.get(event.path("index").asInt(0));
        if (block != null && event.path("delta") instanceof ObjectNode delta) block.add(delta);
    }

    private void messageDelta(ObjectNode event) {
        if (message == null) return;
        ObjectNode into = message;
        event.path("delta").properties().forEach(field -> into.set(field.getKey(), field.getValue()));
        event.properties().stream()
                .filter(field -> !List.of("type", "delta", "usage").contains(field.getKey()))
                .forEach(field -> into.set(field.getKey(), field.getValue()));
        if (event.path("usage") instanceof ObjectNode counts)
            counts.properties().forEach(count -> into.withObject("/usage").set(count.getKey(), count.getValue()));
    }

    /** One content block under way; text is gathered in builders, since a block may grow by 20,000 deltas. */
    private static final class Block {
        private final ObjectNode node;
        private final Map<String, StringBuilder> texts = new TreeMap<>();
        private final List<JsonNode> unknown = new ArrayList<>();

        Block(ObjectNode node) {
            this.node = node;
        }

        void add(ObjectNode delta) {
            switch (delta.path("type").asString("")) {
                case "text_delta" -> append("text", delta.path("text"));
                case "thinking_delta" -> append("thinking", delta.path("thinking"));
                case "input_json_delta" -> append("input", delta.path("partial_json"));
                case "signature_delta" -> node.set("signature", delta.path("signature"));
                case "citations_delta" -> node.withArray("/citations").add(delta.path("citation"));
                default -> unknown.add(delta);
            }
        }

        private void append(String field, JsonNode text) {
            texts.computeIfAbsent(field, _ -> new StringBuilder()).append(text.asString(""));
        }

        ObjectNode whole() {
            ObjectNode whole = node.deepCopy();
            texts.forEach((field, text) -> {
                if (field.equals("input")) whole.set(field, input(text.toString()));
                else whole.put(field, node.path(field).asString("") + text);
            });
            if (!unknown.isEmpty()) whole.putArray("unknown_deltas").addAll(unknown);
            return whole;
        }

        /** Tool input as an object; as text when the stream was cut inside it. */
        private JsonNode input(String json) {
            if (json.isBlank()) return JsonNodeFactory.instance.objectNode();
            try {
                return Json.tree(json);
            } catch (MalformedJson _) {
                return JsonNodeFactory.instance.stringNode(json);
            }
        }
    }
}
