package dev.sightglass.engine.tokens;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The tokens of tool definitions, by the rule that OpenAI's cookbook gives for gpt-4o ("Counting tokens for chat completions
 * with tool calls"), carried on into nested objects: a model sees a schema's names, types and descriptions, not its JSON.
 */
final class ToolTokens {
    private static final int PER_TOOL = 7;
    private static final int PROPERTIES = 3;
    private static final int PER_PROPERTY = 3;
    private static final int ENUM = -3;
    private static final int PER_ENUM_VALUE = 3;
    private static final int END = 12;

    private final TextTokens texts;

    ToolTokens(TextTokens texts) {
        this.texts = texts;
    }

    long count(JsonNode tools) {
        if (!tools.isArray() || tools.isEmpty()) return 0;
        long tokens = END;
        for (JsonNode tool : tools) tokens += tool(tool);
        return tokens;
    }

    private long tool(JsonNode tool) {
        // A deferred tool is not in the prompt until a tool reference brings it in.
        if (tool.path("defer_loading").asBoolean(false)) return 0;
        String name = tool.path("name").asString("");
        String description = withoutStop(tool.path("description").asString(""));
        return PER_TOOL + texts.count(name + ":" + description) + schema(tool.path("input_schema"));
    }

    private long schema(JsonNode schema) {
        long tokens = 0;
        JsonNode properties = schema.path("properties");
        if (!properties.isEmpty()) {
            tokens += PROPERTIES;
            for (Map.Entry<String, JsonNode> property : properties.properties())
                tokens += property(property.getKey(), property.getValue());
        }
        if (schema.has("items")) tokens += schema(schema.path("items"));
        for (String choice : new String[] {"anyOf", "oneOf", "allOf"})
            for (JsonNode one : schema.path(choice)) tokens += schema(one);
        return tokens;
    }

    private long property(String name, JsonNode property) {
        String type = property.path("type").asString("");
        String description = withoutStop(property.path("description").asString(""));
        return PER_PROPERTY
                + values(property.path("enum"))
                + texts.count(name + ":" + type + ":" + description)
                + schema(property);
    }

    private long values(JsonNode values) {
        if (values.isEmpty()) return 0;
        long tokens = ENUM;
        for (JsonNode value : values) tokens += PER_ENUM_VALUE + texts.count(value.asString(""));
        return tokens;
    }

    private static String withoutStop(String description) {
        return description.endsWith(".") ? description.substring(0, description.length() - 1) : description;
    }
}
