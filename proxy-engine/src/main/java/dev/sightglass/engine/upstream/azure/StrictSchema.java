package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether a schema may be sent with {@code strict:true}: every object closed, every property required. */
public final class StrictSchema {
    private StrictSchema() {}

    public static boolean qualifies(String schema) {
        try {
            return qualifies(Json.tree(schema));
        } catch (MalformedJson _) {
            return false; // what cannot be read cannot be vouched for
        }
    }

    private static boolean qualifies(JsonNode node) {
        if (node.isObject() && describesObject(node) && !closed(node)) return false;
        for (JsonNode child : node) if (!qualifies(child)) return false;
        return true;
    }

    private static boolean describesObject(JsonNode node) {
        return node.path("type").asString("").equals("object")
                || node.path("properties").isObject();
    }

    private static boolean closed(JsonNode node) {
        if (!node.path("additionalProperties").isBoolean()
                || node.path("additionalProperties").asBoolean()) return false;
        Set<String> required = new HashSet<>();
        for (JsonNode name : node.path("required")) required.add(name.asString(""));
        return required.containsAll(node.path("properties").propertyNames());
    }
}
