package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.json.RawObject;
import dev.sightglass.engine.codec.json.RawValue;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.Role;
import dev.sightglass.engine.model.message.Tool;
import org.jspecify.annotations.Nullable;

/** Messages and tools from their JSON. */
final class PartParser {
    private PartParser() {}

    static Message message(RawValue value) throws MalformedJson {
        RawObject fields = value.object();
        Role role = role(fields.require("role"));
        RawValue content = fields.require("content");
        return new Message(role, BlockParser.content(content), content.isString(), BlockParser.others(fields));
    }

    static Tool tool(RawValue value) throws MalformedJson {
        RawObject fields = value.object();
        @Nullable String type = fields.string("type");
        boolean custom = type == null || type.equals("custom");
        RawValue schema = fields.takePresent("input_schema");
        if (schema != null && !schema.isObject()) throw schema.wrong("an object");
        @Nullable String name = custom ? fields.require("name").string() : fields.string("name");
        return new Tool(
                type,
                name == null ? String.valueOf(type) : name,
                fields.string("description"),
                schema == null ? null : schema.text(),
                fields.bool("strict", false),
                BlockParser.others(fields));
    }

    private static Role role(RawValue value) throws MalformedJson {
        return switch (value.string()) {
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "system" -> Role.SYSTEM;
            default -> throw value.wrong("'user', 'assistant' or 'system'");
        };
    }
}
