package dev.sightglass.engine.detail;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.messages.MessageAccumulator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An answer of any of the APIs as one JSON document: a body that came whole as it is, a stream as the answer that it would have
 * been without streaming.
 *
 * @param json UTF-8; empty when nothing has come
 * @param events how many events of a stream it was put together from; 0 for a body that came whole
 */
public record WholeAnswer(byte[] json, int events) {

    /** Reads a body of either leg, also one that still grows. */
    public static WholeAnswer of(ReadBody body) {
        byte[] bytes = body.recorded().bytes();
        if (!body.isStream()) return new WholeAnswer(bytes, 0);
        List<StreamEventView> events = StreamEvents.of(bytes, body.recorded().marks());
        String json = accumulated(events);
        return new WholeAnswer(json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8), events.size());
    }

    private static @Nullable String accumulated(List<StreamEventView> events) {
        ChatAccumulator chat = new ChatAccumulator();
        ResponsesAccumulator responses = new ResponsesAccumulator();
        MessageAccumulator message = new MessageAccumulator();
        for (StreamEventView event : events) {
            String data = event.data();
            if (data == null || data.strip().equals("[DONE]")) continue;
            message.accept(data);
            try {
                JsonNode json = Json.tree(data);
                if (!json.has("type")) chat.accept(json);
                else responses.accept(json);
            } catch (MalformedJson _) {
                // The last event of a cut or growing stream: it adds nothing yet.
            }
        }
        if (message.json() != null) return message.json();
        JsonNode other = responses.any() ? responses.answer() : chat.answer();
        if (other != null) return Json.write(other);
        return message.error() == null ? null : "{\"error\":" + message.error() + "}";
    }
}
