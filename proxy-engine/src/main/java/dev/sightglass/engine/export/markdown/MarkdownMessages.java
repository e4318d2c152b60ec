package dev.sightglass.engine.export.markdown;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import tools.jackson.databind.JsonNode;

/** The messages of a Messages API request, and an answer, as Markdown. */
final class MarkdownMessages {
    private MarkdownMessages() {}

    /** Writes all messages of a request; false when it is none. */
    static boolean conversation(String json, StringBuilder out) {
        try {
            JsonNode request = Json.tree(json);
            if (!request.path("messages").isArray()) return false;
            if (request.has("system")) section("System", request.path("system"), out);
            for (JsonNode message : request.path("messages"))
                section(title(message.path("role").asString("message")), message.path("content"), out);
            return true;
        } catch (MalformedJson _) {
            return false;
        }
    }

    /** Writes an answer; false when it is none. */
    static boolean answer(String json, StringBuilder out) {
        try {
            JsonNode message = Json.tree(json);
            if (!message.path("content").isArray()) return false;
            section("Answer", message.path("content"), out);
            return true;
        } catch (MalformedJson _) {
            return false;
        }
    }

    private static String title(String role) {
        return switch (role) {
            case "user" -> "User";
            case "assistant" -> "Assistant";
            default -> MarkdownText.inline(role);
        };
    }

    private static void section(String title, JsonNode content, StringBuilder out) {
        out.append("\n## ").append(title).append("\n\n");
        if (content.isString()) out.append(MarkdownText.fenced(content.asString(), "text"));
        else for (JsonNode block : content) block(block, out);
    }

    private static void block(JsonNode block, StringBuilder out) {
        String type = block.path("type").asString("");
        switch (type) {
            case "text" -> out.append(MarkdownText.fenced(block.path("text").asString(""), "text"));
            case "thinking" -> labelled("Thinking", block.path("thinking").asString(""), "text", out);
            case "tool_use" ->
                labelled(
                        "Tool use: " + MarkdownText.inline(block.path("name").asString("")),
                        Json.write(block.path("input")),
                        "json",
                        out);
            case "tool_result" -> toolResult(block, out);
            case "image", "document" ->
                out.append('*').append(type).append(": ").append(size(block)).append("*\n");
            default -> labelled(MarkdownText.inline(type), Json.write(block), "json", out);
        }
    }

    private static void toolResult(JsonNode block, StringBuilder out) {
        out.append("**Tool result**")
                .append(block.path("is_error").asBoolean(false) ? " (error)" : "")
                .append("\n\n");
        JsonNode content = block.path("content");
        if (content.isString()) out.append(MarkdownText.fenced(content.asString(), "text"));
        else for (JsonNode part : content) block(part, out);
    }

    private static String size(JsonNode block) {
        int base64 = block.path("source").path("data").asString("").length();
        return base64 == 0 ? "by reference" : base64 * 3L / 4 + " bytes";
    }

    private static void labelled(String label, String text, String language, StringBuilder out) {
        out.append("**").append(label).append("**\n\n").append(MarkdownText.fenced(text, language));
    }
}
