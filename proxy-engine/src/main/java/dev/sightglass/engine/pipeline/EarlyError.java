package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.ResponseHead;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A stream that begins with its error: told as an answer of the fitting status instead. */
record EarlyError(int status, String type, String message) {
    private static final String START = "event: error";

    /** The error in the events of a stream of which nothing has been sent; null when they are more than an error. */
    static @Nullable EarlyError in(byte[] events, Outcome outcome) {
        boolean failed = outcome instanceof Outcome.ApiError || outcome instanceof Outcome.TransportError;
        String text = new String(events, StandardCharsets.UTF_8).strip();
        int data = text.indexOf("data:");
        if (!failed || !text.startsWith(START) || data < 0) return null;
        try {
            JsonNode error = Json.tree(text.substring(data + "data:".length())).path("error");
            String type = error.path("type").asString(AnthropicErrors.API);
            return new EarlyError(
                    status(type, outcome), type, error.path("message").asString(""));
        } catch (MalformedJson _) {
            return null; // more than one event follows: a stream then
        }
    }

    void send(RunningExchange run) throws ClientGone {
        byte[] body = AnthropicErrors.envelope(type, message, run.trace().requestId());
        Headers headers = run.trace().requestHeaders().with("content-type", "application/json");
        ResponseHead head = new ResponseHead(status, headers);
        run.downstream().reply(head, body);
        run.trace().downstreamAnswered(head);
        run.trace().downstreamBytes(body);
    }

    private static int status(String type, Outcome outcome) {
        return switch (type) {
            case AnthropicErrors.RATE_LIMIT -> 429;
            case AnthropicErrors.OVERLOADED -> 529;
            case AnthropicErrors.INVALID_REQUEST -> 400;
            case AnthropicErrors.AUTHENTICATION -> 401;
            case AnthropicErrors.PERMISSION -> 403;
            case AnthropicErrors.NOT_FOUND -> 404;
            default ->
                outcome instanceof Outcome.TransportError(var kind, var _, var _) && kind == Outcome.Kind.IDLE
                        ? 504
                        : outcome instanceof Outcome.TransportError ? 502 : 500;
        };
    }
}
