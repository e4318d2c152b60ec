package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.codec.json.JsonOut;
import org.jspecify.annotations.Nullable;

/** The error envelope of the Messages API: {@code {"type":"error","error":{"type","message"},"request_id"}}. */
public final class AnthropicErrors {
    public static final String INVALID_REQUEST = "invalid_request_error";
    public static final String AUTHENTICATION = "authentication_error";
    public static final String PERMISSION = "permission_error";
    public static final String NOT_FOUND = "not_found_error";
    public static final String TOO_LARGE = "request_too_large";
    public static final String RATE_LIMIT = "rate_limit_error";
    public static final String TIMEOUT = "timeout_error";
    public static final String OVERLOADED = "overloaded_error";
    public static final String API = "api_error";
    public static final String NOT_SUPPORTED = "not_supported";

    private AnthropicErrors() {}

    /** The type that belongs to an HTTP status. */
    public static String typeFor(int status) {
        return switch (status) {
            case 401 -> AUTHENTICATION;
            case 403 -> PERMISSION;
            case 404 -> NOT_FOUND;
            case 408, 504 -> TIMEOUT;
            case 413 -> TOO_LARGE;
            case 429 -> RATE_LIMIT;
            case 501 -> NOT_SUPPORTED;
            case 503, 529 -> OVERLOADED;
            default -> status >= 400 && status < 500 ? INVALID_REQUEST : API;
        };
    }

    /**
     * The envelope's UTF-8 bytes.
     *
     * @param requestId names the exchange for the client's logs; null when there is no name for it
     */
    public static byte[] envelope(String type, String message, @Nullable String requestId) {
        JsonOut out = new JsonOut(128 + message.length());
        write(out.beginObject(), type, message).name("request_id");
        if (requestId == null) out.nullValue();
        else out.value(requestId);
        return out.endObject().toByteArray();
    }

    /** The data of an {@code error} event in a stream. */
    public static byte[] eventData(String type, String message) {
        return write(new JsonOut().beginObject(), type, message).endObject().toByteArray();
    }

    private static JsonOut write(JsonOut out, String type, String message) {
        return out.field("type", "error")
                .name("error")
                .beginObject()
                .field("type", type)
                .field("message", message)
                .endObject();
    }
}
