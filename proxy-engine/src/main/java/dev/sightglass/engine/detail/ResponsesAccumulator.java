package dev.sightglass.engine.detail;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Folds the events of a Responses stream into the response that the answer would have been without streaming. */
final class ResponsesAccumulator {
    private @Nullable ObjectNode response;
    private final ArrayNode output = JsonNodeFactory.instance.arrayNode();

    void accept(JsonNode event) {
        if (event.path("response") instanceof ObjectNode newest) response = newest;
        int index = Math.clamp(event.path("output_index").asInt(0), 0, 1_000);
        switch (event.path("type").asString("")) {
            case "response.output_item.added", "response.output_item.done" -> {
                at(output, index);
                output.set(index, event.path("item").deepCopy());
            }
            case "response.content_part.added" -> part(index, event, event.path("part"));
            case "response.output_text.delta" -> append(part(index, event, null), "text", event);
            case "response.refusal.delta" -> append(part(index, event, null), "refusal", event);
            case "response.function_call_arguments.delta" -> append(at(output, index), "arguments", event);
            case "response.reasoning_summary_text.delta" ->
                append(
                        at(
                                at(output, index).withArray("summary"),
                                event.path("summary_index").asInt(0)),
                        "text",
                        event);
            default -> {
                // The other events repeat what these say, or say nothing of the answer's content.
            }
        }
    }

    private ObjectNode part(int index, JsonNode event, @Nullable JsonNode fresh) {
        ArrayNode content = at(output, index).withArray("content");
        int at = Math.clamp(event.path("content_index").asInt(0), 0, 1_000);
        ObjectNode part = at(content, at);
        if (fresh instanceof ObjectNode whole && part.isEmpty()) part.setAll(whole);
        return part;
    }

    private static void append(ObjectNode object, String name, JsonNode event) {
        object.put(name, object.path(name).asString("") + event.path("delta").asString(""));
    }

    private static ObjectNode at(ArrayNode array, int index) {
        while (array.size() <= index) array.addObject();
        return array.get(index) instanceof ObjectNode object ? object : array.addObject();
    }

    boolean any() {
        return response != null || !output.isEmpty();
    }

    /** The response; what it does not hold yet is put in from the items that have come. */
    JsonNode answer() {
        ObjectNode whole = response == null ? JsonNodeFactory.instance.objectNode() : response.deepCopy();
        if (whole.path("output").isEmpty()) whole.set("output", output);
        return whole;
    }
}
