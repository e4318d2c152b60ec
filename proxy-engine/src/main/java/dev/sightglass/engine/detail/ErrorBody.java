package dev.sightglass.engine.detail;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An error as Azure sent it.
 *
 * @param code {@code error.code}, or null
 * @param type {@code error.type}, or null
 * @param field the parameter of the request that was refused, or null
 * @param inner {@code innererror.code}, or null
 * @param message Azure's words, or null
 * @param raw the whole body
 */
public record ErrorBody(
        @Nullable String code,
        @Nullable String type,
        @Nullable String field,
        @Nullable String inner,
        @Nullable String message,
        String raw) {

    /** Reads the body of an answer: an error object, or an error inside a stream; empty when it holds no error. */
    public static Optional<ErrorBody> of(ReadBody answer) {
        byte[] bytes = answer.recorded().bytes();
        if (bytes.length == 0) return Optional.empty();
        if (!answer.isStream()) return of(new String(bytes, StandardCharsets.UTF_8));
        return StreamEvents.of(bytes, answer.recorded().marks()).reversed().stream()
                .map(StreamEventView::data)
                .filter(data -> data != null && data.contains("\"error\""))
                .findFirst()
                .flatMap(ErrorBody::of);
    }

    private static Optional<ErrorBody> of(String raw) {
        try {
            JsonNode root = Json.tree(raw);
            JsonNode error = root.path("response").path("error").isObject()
                    ? root.path("response").path("error")
                    : root.path("error");
            if (error.isString()) return Optional.of(new ErrorBody(null, null, null, null, error.asString(), raw));
            JsonNode holder = error.isObject() ? error : root;
            JsonNode inner = holder.has("innererror") ? holder.path("innererror") : holder.path("inner_error");
            ErrorBody body = new ErrorBody(
                    text(holder, "code"),
                    text(holder, "type"),
                    text(holder, "param"),
                    text(inner, "code"),
                    text(holder, "message"),
                    raw);
            return body.message() == null && body.code() == null ? Optional.empty() : Optional.of(body);
        } catch (MalformedJson page) {
            // A page or a plain text: there is nothing but the words themselves.
            return Optional.of(new ErrorBody(null, null, null, null, null, raw));
        }
    }

    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        String text = value.isNumber() ? value.toString() : value.asString("");
        return text.isEmpty() ? null : text;
    }
}
