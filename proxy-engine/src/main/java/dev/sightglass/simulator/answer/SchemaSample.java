package dev.sightglass.simulator.answer;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a small value that follows a JSON schema: required properties only, first choice of an enumeration. */
public final class SchemaSample {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_DEPTH = 16;

    private final Map<String, String> texts;

    /** @param texts what to put into string properties of these names; others get a plain word */
    public SchemaSample(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    public JsonNode of(JsonNode schema) {
        return value("value", schema, 0);
    }

    private JsonNode value(String name, JsonNode schema, int depth) {
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return schema.path("enum").get(0);
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        for (String union : new String[] {"anyOf", "oneOf", "allOf"}) {
            if (schema.path(union).isArray() && !schema.path(union).isEmpty()) {
                return value(name, schema.path(union).get(0), depth + 1);
            }
        }
        return ofType(name, schema, depth);
    }

    private JsonNode ofType(String name, JsonNode schema, int depth) {
        JsonNode type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
        return switch (type.asString("object")) {
            case "string" -> JSON.stringNode(texts.getOrDefault(name, "example"));
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(false);
            case "null" -> JSON.nullNode();
            case "array" -> array(name, schema, depth);
            default -> object(schema, depth);
        };
    }

    private ArrayNode array(String name, JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        if (depth < MAX_DEPTH && schema.path("items").isObject()) {
            array.add(value(name, schema.path("items"), depth + 1));
        }
        return array;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth < MAX_DEPTH) {
            for (JsonNode required : schema.path("required")) {
                String property = required.asString();
                object.set(property, value(property, schema.path("properties").path(property), depth + 1));
            }
        }
        return object;
    }
}
