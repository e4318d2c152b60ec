package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.messages.MessagesRequest;
import org.jspecify.annotations.Nullable;

/** The id under which the client knows an answer. */
public final class AnswerIds {
    private AnswerIds() {}

    /** From Azure's id; where Azure gave none, from the request. */
    public static String message(@Nullable String responseId, MessagesRequest request) {
        if (responseId == null) return "msg_" + Hashes.hex(request.raw(), 24);
        int dash = responseId.indexOf('-');
        return "msg_" + (responseId.startsWith("chatcmpl-") ? responseId.substring(dash + 1) : responseId);
    }
}
