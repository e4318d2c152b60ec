package dev.sightglass.engine.detail;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one event of a stream adds to the answer, whatever API it belongs to.
 *
 * @param text what is added, or the event's gist
 */
public record StreamDelta(Kind kind, String text) {
    /** What kind of thing an event carries. */
    public enum Kind {
        TEXT,
        THINKING,
        TOOL_START,
        TOOL_INPUT,
        STOP,
        USAGE,
        FILTER,
        PING,
        ERROR,
        DONE,
        OTHER
    }

    /** Reads an event; one that is not understood is {@link Kind#OTHER} with its data. */
    public static StreamDelta of(StreamEventView event) {
        String data = event.data();
        if (data == null) return new StreamDelta(Kind.PING, event.comment() == null ? "" : event.comment());
        if (data.strip().equals("[DONE]")) return new StreamDelta(Kind.DONE, "");
        try {
            JsonNode json = Json.tree(data);
            StreamDelta delta = json.has("type") ? typed(json) : chunk(json);
            return delta == null ? new StreamDelta(Kind.OTHER, "") : delta;
        } catch (MalformedJson notJson) {
            return new StreamDelta(Kind.OTHER, data);
        }
    }

    /** An event of the Messages or the Responses API. */
    private static @Nullable StreamDelta typed(JsonNode json) {
        String type = text(json, "type");
        return switch (type) {
            case "content_block_delta" -> messagesDelta(json.path("delta"));
            case "content_block_start" -> blockStart(json.path("content_block"));
            case "message_delta" -> new StreamDelta(Kind.STOP, text(json.path("delta"), "stop_reason"));
            case "ping" -> new StreamDelta(Kind.PING, "");
            case "error" -> new StreamDelta(Kind.ERROR, text(json.path("error"), "message"));
            case "message_stop", "response.completed" -> new StreamDelta(Kind.DONE, "");
            case "response.output_text.delta", "response.refusal.delta" ->
                new StreamDelta(Kind.TEXT, text(json, "delta"));
            case "response.reasoning_summary_text.delta" -> new StreamDelta(Kind.THINKING, text(json, "delta"));
            case "response.function_call_arguments.delta" -> new StreamDelta(Kind.TOOL_INPUT, text(json, "delta"));
            case "response.failed", "response.incomplete" -> new StreamDelta(Kind.ERROR, type);
            default -> null;
        };
    }

    private static @Nullable StreamDelta messagesDelta(JsonNode delta) {
        return switch (text(delta, "type")) {
            case "text_delta" -> new StreamDelta(Kind.TEXT, text(delta, "text"));
            case "thinking_delta" -> new StreamDelta(Kind.THINKING, text(delta, "thinking"));
            case "input_json_delta" -> new StreamDelta(Kind.TOOL_INPUT, text(delta, "partial_json"));
            default -> null;
        };
    }

    private static @Nullable StreamDelta blockStart(JsonNode block) {
        return text(block, "type").equals("tool_use") ? new StreamDelta(Kind.TOOL_START, text(block, "name")) : null;
    }

    /** A chunk of Chat Completions. */
    private static @Nullable StreamDelta chunk(JsonNode json) {
        if (json.has("error")) return new StreamDelta(Kind.ERROR, text(json.path("error"), "message"));
        JsonNode choice = json.path("choices").path(0);
        JsonNode delta = choice.path("delta");
        if (!text(delta, "content").isEmpty()) return new StreamDelta(Kind.TEXT, text(delta, "content"));
        if (!text(delta, "refusal").isEmpty()) return new StreamDelta(Kind.TEXT, text(delta, "refusal"));
        if (!text(delta, "reasoning_content").isEmpty())
            return new StreamDelta(Kind.THINKING, text(delta, "reasoning_content"));
        JsonNode function = delta.path("tool_calls").path(0).path("function");
        if (!text(function, "name").isEmpty()) return new StreamDelta(Kind.TOOL_START, text(function, "name"));
        if (function.has("arguments")) return new StreamDelta(Kind.TOOL_INPUT, text(function, "arguments"));
        if (!text(choice, "finish_reason").isEmpty()) return new StreamDelta(Kind.STOP, text(choice, "finish_reason"));
        if (json.path("usage").isObject()) return new StreamDelta(Kind.USAGE, usage(json.path("usage")));
        if (json.has("prompt_filter_results")) return new StreamDelta(Kind.FILTER, "");
        return null;
    }

    private static String usage(JsonNode usage) {
        return usage.path("prompt_tokens").asInt(0) + " in, "
                + usage.path("completion_tokens").asInt(0) + " out";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
