package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.model.TranslationNote.Action;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schema that an answer has to follow.
 *
 * @param schema its JSON text
 * @param strict whether Azure can enforce it
 */
public record OutputFormat(String name, String schema, boolean strict) {
    private static final String PATH = "output_config.format";

    /** Reads the client's wish; null when there is none, or none that Azure knows. */
    public static @Nullable OutputFormat of(@Nullable String format, String target, Notes notes) {
        if (format == null) return null;
        try {
            JsonNode tree = Json.tree(format);
            JsonNode schema = tree.get("schema");
            if (!tree.path("type").asString("").equals("json_schema") || schema == null || !schema.isObject()) {
                notes.dropped(PATH, "no form of output that Azure knows");
                return null;
            }
            String name = ToolNames.sent(tree.path("name").asString("answer"));
            if (!tree.has("name")) notes.add(Action.INVENTED, PATH + ".name", target, "Azure demands a name");
            String text = Json.write(schema);
            boolean strict = StrictSchema.qualifies(text);
            if (!strict)
                notes.add(
                        Action.REPLACED,
                        PATH + ".schema",
                        target,
                        "followed as far as the model will: Azure enforces only schemas with every object closed and"
                                + " every property required");
            return new OutputFormat(name, text, strict);
        } catch (MalformedJson _) {
            notes.dropped(PATH, "no schema that Azure could read");
            return null;
        }
    }

    /** Writes the fields into an object that is open. */
    public void writeFields(JsonOut out) {
        out.field("name", name).name("schema").raw(schema).field("strict", strict);
    }
}
