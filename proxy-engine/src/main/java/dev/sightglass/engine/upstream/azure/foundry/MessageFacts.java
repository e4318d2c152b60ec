package dev.sightglass.engine.upstream.azure.foundry;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.sse.SseEvent;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.Usage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an answer of the Messages API says of itself, read from a copy. Events, fields and blocks that it does not know are
 * normal. One thread.
 */
final class MessageFacts {
    private final List<String> tools = new ArrayList<>();
    private @Nullable String id;
    private @Nullable String model;
    private @Nullable String stopReason;
    private @Nullable Usage usage;
    private @Nullable String errorType;
    private String errorMessage = "";
    private boolean contentStarted;
    private boolean stopped;

    void whole(byte[] body) {
        try {
            JsonNode message = Json.tree(body);
            message(message);
            for (JsonNode block : message.path("content")) block(block);
        } catch (MalformedJson _) {
            // no facts: the client gets the bytes and judges them itself
        }
    }

    void event(SseEvent event) {
        try {
            JsonNode data = Json.tree(event.data());
            switch (data.path("type").asString(event.type())) {
                case "message_start" -> message(data.path("message"));
                case "content_block_start" -> block(data.path("content_block"));
                case "content_block_delta" -> contentStarted = true;
                case "message_delta" -> {
                    stopReason(data.path("delta"));
                    usage(data.path("usage"));
                }
                case "message_stop" -> stopped = true;
                case "error" -> error(data.path("error"));
                default -> {} // pings and events of the future
            }
        } catch (MalformedJson _) {
            // an event that only the client may understand
        }
    }

    boolean contentStarted() {
        return contentStarted;
    }

    boolean stopped() {
        return stopped;
    }

    /** The type of an error event, or null when none came. */
    @Nullable
    String errorType() {
        return errorType;
    }

    String errorMessage() {
        return errorMessage;
    }

    AnswerFacts facts() {
        return new AnswerFacts(id, model, stopReason, stopReason, tools, usage);
    }

    private void message(JsonNode message) {
        id = message.path("id").asString(null);
        model = message.path("model").asString(null);
        stopReason(message);
        usage(message.path("usage"));
    }

    private void block(JsonNode block) {
        if (block.path("type").asString("").equals("tool_use"))
            tools.add(block.path("name").asString(""));
    }

    private void stopReason(JsonNode holder) {
        String reason = holder.path("stop_reason").asString("");
        if (!reason.isEmpty()) stopReason = reason;
    }

    private void usage(JsonNode reported) {
        if (reported.isObject()) usage = MessageUsage.merged(usage, reported);
    }

    private void error(JsonNode error) {
        errorType = error.path("type").asString("api_error");
        errorMessage = error.path("message").asString("the stream ended with an error");
    }
}
