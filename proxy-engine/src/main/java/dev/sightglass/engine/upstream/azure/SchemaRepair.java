package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the schemas of tools such as Azure takes: the top level is a plain object with properties, arrays say what is in
 * them, no schema is a bare {@code true}. What cannot stand at the top level is told in words.
 */
final class SchemaRepair {
    static final String EMPTY = "{\"type\":\"object\",\"properties\":{}}";
    private static final List<String> NOT_ON_TOP = List.of("oneOf", "anyOf", "allOf", "enum", "not");
    private static final List<String> HOLDERS_OF_SCHEMAS =
            List.of("properties", "$defs", "definitions", "patternProperties");

    private SchemaRepair() {}

    /**
     * @param schema the text to send: the very text received when nothing had to be mended
     * @param moved what was taken off the top level, to be told in the tool's description; or null
     */
    record Repaired(
            String schema, boolean changed, @Nullable String moved) {}

    static Repaired repair(@Nullable String schema) {
        if (schema == null) return new Repaired(EMPTY, true, null);
        try {
            if (!(Json.tree(schema) instanceof ObjectNode root)) return new Repaired(EMPTY, true, schema);
            String moved = moveOffTop(root);
            boolean top = mendTop(root);
            boolean below = mendBelow(root);
            boolean changed = moved != null || top || below;
            return changed ? new Repaired(Json.write(root), true, moved) : new Repaired(schema, false, null);
        } catch (MalformedJson e) {
            return new Repaired(EMPTY, true, schema); // numbers of absurd length: told in words
        }
    }

    private static boolean mendTop(ObjectNode root) {
        boolean changed = false;
        if (!root.path("type").asString("").equals("object")) {
            root.put("type", "object");
            changed = true;
        }
        if (!(root.get("properties") instanceof ObjectNode)) {
            root.putObject("properties");
            changed = true;
        }
        return changed;
    }

    private static @Nullable String moveOffTop(ObjectNode root) {
        ObjectNode moved = root.objectNode();
        for (String name : NOT_ON_TOP) {
            JsonNode value = root.remove(name);
            if (value == null) continue;
            moved.set(name, value);
            if (value instanceof ArrayNode alternatives)
                alternatives.forEach(alternative -> addProperties(root, alternative));
        }
        return moved.isEmpty() ? null : Json.write(moved);
    }

    /** The properties of an alternative become optional ones of the whole. */
    private static void addProperties(ObjectNode root, JsonNode alternative) {
        if (!(alternative.get("properties") instanceof ObjectNode properties)) return;
        ObjectNode all =
                root.get("properties") instanceof ObjectNode existing ? existing : root.putObject("properties");
        for (var property : properties.properties())
            if (!all.has(property.getKey())) all.set(property.getKey(), property.getValue());
    }

    private static boolean mendBelow(ObjectNode schema) {
        boolean changed = false;
        if (schema.path("type").asString("").equals("array") && !schema.has("items")) {
            schema.putObject("items");
            changed = true;
        }
        for (String holder : HOLDERS_OF_SCHEMAS)
            if (schema.get(holder) instanceof ObjectNode schemas) changed |= mendEach(schemas);
        if (schema.get("items") instanceof ObjectNode items) changed |= mendBelow(items);
        for (String combination : NOT_ON_TOP)
            if (schema.get(combination) instanceof ArrayNode parts)
                for (JsonNode part : parts) if (part instanceof ObjectNode object) changed |= mendBelow(object);
        return changed;
    }

    private static boolean mendEach(ObjectNode schemas) {
        boolean changed = false;
        for (var entry : List.copyOf(schemas.properties())) {
            if (entry.getValue() instanceof ObjectNode object) {
                changed |= mendBelow(object);
            } else if (entry.getValue().isBoolean()) {
                boolean anything = entry.getValue().asBoolean();
                ObjectNode replacement = schemas.putObject(entry.getKey());
                if (!anything) replacement.putObject("not");
                changed = true;
            }
        }
        return changed;
    }
}
