package dev.sightglass.engine.detail;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.messages.MalformedRequest;
import dev.sightglass.engine.codec.messages.MessageAccumulator;
import dev.sightglass.engine.codec.messages.MessagesCodec;
import dev.sightglass.engine.model.message.ContentBlock;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The answer that went to the client, as one message: streamed answers folded together, also while they still grow.
 *
 * @param blocks empty when no message has begun
 * @param json the message as JSON, or the whole body where it holds no message; null when there is nothing
 * @param error the error's JSON when the answer is or ends in one, else null
 * @param complete false while it grows and when it was cut off
 */
public record AnswerMessage(
        List<ContentBlock> blocks,
        @Nullable String json,
        @Nullable String error,
        boolean complete) {
    public static final AnswerMessage NONE = new AnswerMessage(List.of(), null, null, false);

    public AnswerMessage {
        blocks = List.copyOf(blocks);
    }

    /** Reads the body that was sent to the client. The codec is shared, see {@link MessagesCodec}. */
    public static AnswerMessage of(ReadBody body, MessagesCodec codec) {
        byte[] bytes = body.recorded().bytes();
        if (bytes.length == 0) return NONE;
        return body.isStream() ? streamed(body, codec) : whole(new String(bytes, StandardCharsets.UTF_8), codec);
    }

    private static AnswerMessage streamed(ReadBody body, MessagesCodec codec) {
        MessageAccumulator accumulator = new MessageAccumulator();
        for (StreamEventView event :
                StreamEvents.of(body.recorded().bytes(), body.recorded().marks()))
            if (event.data() != null) accumulator.accept(event.data());
        String json = accumulator.json();
        return new AnswerMessage(blocks(json, codec), json, accumulator.error(), accumulator.complete());
    }

    private static AnswerMessage whole(String json, MessagesCodec codec) {
        try {
            JsonNode tree = Json.tree(json);
            JsonNode error = tree.get("error");
            boolean message = tree.path("type").asString("").equals("message");
            return new AnswerMessage(
                    message ? blocks(json, codec) : List.of(), json, error == null ? null : Json.write(error), true);
        } catch (MalformedJson notJson) {
            return new AnswerMessage(List.of(), json, null, false);
        }
    }

    /** The blocks of a message, read as the request reader would read it in the next turn. */
    private static List<ContentBlock> blocks(@Nullable String message, MessagesCodec codec) {
        if (message == null) return List.of();
        try {
            JsonNode content = Json.tree(message).path("content");
            String turn = "{\"model\":\"answer\",\"messages\":[{\"role\":\"assistant\",\"content\":"
                    + Json.write(content) + "}]}";
            return codec.read(turn.getBytes(StandardCharsets.UTF_8))
                    .messages()
                    .getFirst()
                    .content();
        } catch (MalformedJson | MalformedRequest broken) {
            // Shown as JSON then: the blocks of a broken answer cannot be told apart.
            return List.of();
        }
    }
}
