package dev.sightglass.engine.detail;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Folds the chunks of Chat Completions into the completion that the answer would have been without streaming. */
final class ChatAccumulator {
    private final ObjectNode answer = JsonNodeFactory.instance.objectNode();

    void accept(JsonNode chunk) {
        for (var field : chunk.properties()) {
            JsonNode value = field.getValue();
            if (field.getKey().equals("choices")) value.forEach(this::choice);
            else if (!value.isNull() && !empty(value)) answer.set(field.getKey(), value);
        }
        if (answer.path("object").asString("").equals("chat.completion.chunk")) answer.put("object", "chat.completion");
    }

    /** Azure's first chunk carries the filter's verdict on the prompt and has empty strings for all else. */
    private static boolean empty(JsonNode value) {
        return (value.isString() && value.asString().isEmpty()) || (value.isNumber() && value.asLong() == 0);
    }

    private void choice(JsonNode choice) {
        ObjectNode whole = at(answer.withArray("choices"), choice.path("index").asInt(0));
        for (var field : choice.properties()) {
            if (field.getKey().equals("delta")) delta(whole.withObject("message"), field.getValue());
            else if (!field.getValue().isNull()) whole.set(field.getKey(), field.getValue());
        }
    }

    private void delta(ObjectNode message, JsonNode delta) {
        for (var field : delta.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.equals("tool_calls")) value.forEach(call -> toolCall(message.withArray("tool_calls"), call));
            else if (value.isString() && !name.equals("role")) append(message, name, value);
            else if (!value.isNull()) message.set(name, value);
        }
    }

    private void toolCall(ArrayNode calls, JsonNode call) {
        ObjectNode whole = at(calls, call.path("index").asInt(0));
        for (var field : call.properties()) {
            if (field.getKey().equals("function"))
                field.getValue()
                        .properties()
                        .forEach(part -> append(whole.withObject("function"), part.getKey(), part.getValue()));
            else if (!field.getKey().equals("index")) whole.set(field.getKey(), field.getValue());
        }
    }

    private static void append(ObjectNode object, String name, JsonNode more) {
        object.put(name, object.path(name).asString("") + more.asString(""));
    }

    private static ObjectNode at(ArrayNode array, int index) {
        while (array.size() <= Math.min(index, 1_000)) array.addObject();
        return (ObjectNode) array.get(Math.min(index, 1_000));
    }

    @Nullable
    JsonNode answer() {
        return answer.isEmpty() ? null : answer;
    }
}
