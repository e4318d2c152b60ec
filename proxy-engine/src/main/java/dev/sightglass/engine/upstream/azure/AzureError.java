package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.upstream.NotAnAnswer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an error of Azure says.
 *
 * @param code {@code error.code}, or null
 * @param param the parameter that was refused, or null
 * @param message Azure's words, cut to what a person can read
 */
public record AzureError(
        int status, @Nullable String code, @Nullable String param, String message) {
    private static final int MAX_MESSAGE = 2_000;
    private static final int MAX_BODY = 1 << 20;

    /** From the body of a response; one that is no error object of Azure gives a general message with the status. */
    public static AzureError of(int status, byte[] body) {
        if (body.length == 0 || body.length > MAX_BODY) return general(status);
        try {
            JsonNode root = Json.tree(body);
            if (root.path("error").isObject()) return of(status, root.path("error"));
            if (root.path("error").isString())
                return plain(status, null, root.path("error").asString(""));
            String message = root.path("message").asString("");
            if (!message.isEmpty()) return plain(status, text(root, "code"), message);
        } catch (MalformedJson _) {
            // a page or a plain text, told by its status alone
        }
        return general(status);
    }

    /** From an error of the Messages API, whose words are the client's already; its type stands for the code. */
    public static AzureError passedOn(int status, byte[] body) {
        AzureError plain = of(status, body);
        try {
            JsonNode error = body.length == 0 ? null : Json.tree(body).get("error");
            if (error == null || !error.isObject()) return plain;
            return new AzureError(
                    status, text(error, "type"), null, cut(error.path("message").asString(plain.message())));
        } catch (MalformedJson _) {
            return plain; // a page or a plain text, told by its status alone
        }
    }

    /** From an error object. */
    public static AzureError of(int status, JsonNode error) {
        String code = text(error, "code");
        String message = error.path("message").asString("");
        if (ContentFilter.blocked(error)) {
            return new AzureError(status, "content_filter", text(error, "param"), ContentFilter.message(error));
        }
        if (message.isEmpty()) message = general(status).message();
        message = ContextOverflow.inClientsWords(code, message);
        return new AzureError(status, code, text(error, "param"), cut(message));
    }

    /**
     * From an error inside a stream, an object or its message alone.
     *
     * @param answering whether some of the answer has come, which is then what a content filter has struck
     */
    static AzureError inStream(JsonNode error, boolean answering) {
        if (error.isString()) return plain(200, null, error.asString(""));
        if (!answering || !ContentFilter.blocked(error)) return of(200, error);
        return new AzureError(200, "content_filter", text(error, "param"), ContentFilter.answerMessage(error));
    }

    /** The error type for an event inside a stream, where no status says it. */
    String streamType() {
        String kind = String.valueOf(code);
        if (kind.contains("rate_limit")
                || kind.equals("too_many_requests")
                || kind.equals("429")
                || kind.equals("RateLimitReached")) return AnthropicErrors.RATE_LIMIT;
        if (kind.equals("context_length_exceeded")
                || kind.equals("content_filter")
                || message.startsWith("prompt is too long")) return AnthropicErrors.INVALID_REQUEST;
        return AnthropicErrors.API;
    }

    /** The HTTP status for the client, where the upstream said 200 and put the error into the body. */
    public int statusFor() {
        return switch (streamType()) {
            case AnthropicErrors.RATE_LIMIT -> 429;
            case AnthropicErrors.INVALID_REQUEST -> 400;
            default -> 500;
        };
    }

    /** As the end of an answer that has not begun. */
    public NotAnAnswer asNoAnswer() {
        return new NotAnAnswer(statusFor(), streamType(), message);
    }

    private static AzureError plain(int status, @Nullable String code, String message) {
        return new AzureError(status, code, null, cut(message));
    }

    private static AzureError general(int status) {
        return new AzureError(status, null, null, "Azure answered with HTTP status " + status + " and no message");
    }

    /** Codes are strings at most places and numbers at some. */
    private static @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        String text = value.isNumber() ? value.toString() : value.asString("");
        return text.isEmpty() ? null : text;
    }

    private static String cut(String message) {
        if (message.length() <= MAX_MESSAGE) return message;
        int end = Character.isHighSurrogate(message.charAt(MAX_MESSAGE - 5)) ? MAX_MESSAGE - 5 : MAX_MESSAGE - 4;
        return message.substring(0, end) + " ...";
    }

    /** The bytes as a message of their own, for answers that are no JSON. */
    static String shown(byte[] body, int max) {
        String text = new String(body, 0, Math.min(body.length, max), StandardCharsets.UTF_8);
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
