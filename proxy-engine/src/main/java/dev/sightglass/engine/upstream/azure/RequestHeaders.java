package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.Headers;

/** The headers of translated requests: none of the client's own. */
public final class RequestHeaders {
    private RequestHeaders() {}

    public static Headers of(boolean stream) {
        return Headers.of(
                "content-type", "application/json",
                "accept", stream ? "text/event-stream" : "application/json",
                "accept-encoding", "identity",
                "user-agent", "sightglass");
    }
}
