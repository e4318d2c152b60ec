package dev.sightglass.simulator.check;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The refusals of the Messages API: {@code {"type":"error","error":{"type","message"},"request_id"}}. */
public final class MessagesErrors {
    private MessagesErrors() {}

    public static ObjectNode body(String type, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "error");
        body.putObject("error").put("type", type).put("message", message);
        return body.put("request_id", "req_011CSimulated0000000000");
    }

    public static RequestRefused badRequest(String message) {
        return new RequestRefused(new Refusal(400, message, body("invalid_request_error", message)));
    }

    /** A rule broken at a place in the body, such as {@code messages.0.content}. */
    public static RequestRefused at(String path, String problem) {
        return badRequest(path + ": " + problem);
    }
}
