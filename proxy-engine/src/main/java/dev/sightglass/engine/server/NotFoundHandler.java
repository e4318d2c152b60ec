package dev.sightglass.engine.server;

import dev.sightglass.engine.codec.messages.AnthropicErrors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;

/** Answers what the proxy does not know. */
final class NotFoundHandler implements HttpHandler {
    @Override
    public void handleRequest(HttpServerExchange serverExchange) {
        byte[] body = AnthropicErrors.envelope(
                AnthropicErrors.NOT_FOUND,
                "This proxy serves POST .../v1/messages, POST .../v1/messages/count_tokens and GET .../v1/models.",
                null);
        Replies.json(serverExchange, 404, body);
    }
}
