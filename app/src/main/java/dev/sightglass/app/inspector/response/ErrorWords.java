package dev.sightglass.app.inspector.response;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an error of the Messages API says: {@code {"type": ..., "message": ...}}. */
record ErrorWords(String type, String message) {

    /** Null when the JSON is something else. */
    static @Nullable ErrorWords of(String json) {
        try {
            JsonNode error = JsonMapper.shared().readTree(json);
            JsonNode type = error.path("type");
            JsonNode message = error.path("message");
            return type.isString() && message.isString() ? new ErrorWords(type.asString(), message.asString()) : null;
        } catch (JacksonException _) {
            return null; // an error of a kind of its own: shown as it came
        }
    }
}
