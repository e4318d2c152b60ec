package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.codec.json.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The fields of answers and chunks that are translated, or that only wrap them and say nothing to the client. */
final class ChatFields {
    static final Set<String> TOP = Set.of(
            "id",
            "object",
            "created",
            "model",
            "choices",
            "usage",
            "system_fingerprint",
            "service_tier",
            "obfuscation",
            "error");
    static final Set<String> CHOICE =
            Set.of("index", "delta", "message", "finish_reason", "content_filter_offsets", "content_filter_result");
    static final Set<String> MESSAGE =
            Set.of("role", "content", "refusal", "reasoning_content", "tool_calls", "obfuscation");

    private ChatFields() {}

    /** The text of a content field: a string, or an array of parts as some models give it. */
    static String text(JsonNode content) {
        if (!content.isArray()) return content.asString("");
        StringBuilder text = new StringBuilder();
        for (JsonNode part : content) text.append(part.path("text").asString(""));
        return text.toString();
    }

    /** A call's arguments as text: Azure sends a string, some models an object. */
    static String arguments(JsonNode function) {
        JsonNode arguments = function.path("arguments");
        return arguments.isObject() ? Json.write(arguments) : arguments.asString("");
    }
}
