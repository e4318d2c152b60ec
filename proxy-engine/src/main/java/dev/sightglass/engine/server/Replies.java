package dev.sightglass.engine.server;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;

/** Short answers that the proxy gives itself. */
final class Replies {
    private static final String JSON = "application/json";

    private Replies() {}

    /** Sends a whole JSON answer; on any thread, without waiting. */
    static void json(HttpServerExchange serverExchange, int status, byte[] body) {
        serverExchange.setStatusCode(status);
        serverExchange.getResponseHeaders().put(Headers.CONTENT_TYPE, JSON);
        serverExchange.setResponseContentLength(body.length);
        serverExchange.getResponseSender().send(ByteBuffer.wrap(body));
    }
}
