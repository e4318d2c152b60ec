package dev.sightglass.engine.server;

import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.pipeline.Cancellation;
import dev.sightglass.engine.pipeline.ExchangeTrace;
import dev.sightglass.engine.pipeline.Rejection;
import dev.sightglass.engine.settings.EngineSettings;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Takes every request: lets it in or not, reads its body, and hands it to a thread of its own. Runs on I/O threads. */
final class RootHandler implements HttpHandler {
    private final ServerParts parts;
    private final RunningExchanges running;
    private final Executor threads;

    RootHandler(ServerParts parts, RunningExchanges running, Executor threads) {
        this.parts = parts;
        this.running = running;
        this.threads = threads;
    }

    @Override
    public void handleRequest(HttpServerExchange serverExchange) {
        EngineSettings settings = parts.settings().get();
        RequestHead head = Heads.request(serverExchange);
        ExchangeTrace trace =
                ExchangeTrace.begin(parts.ids().get(), parts.observer(), Heads.clientAddress(serverExchange), head);
        Cancellation cancellation = new Cancellation();
        running.add(cancellation);
        Target target = Target.of(head.method(), serverExchange.getRequestURI());
        Arrival arrival =
                new Arrival(parts, settings, serverExchange, head, target, trace, cancellation, running, threads);
        Optional<Rejection> refusal = new Gate(settings).refusal(head, serverExchange.isHostIncludedInRequestURI());
        if (running.draining()) refusal = Optional.of(stopping());
        else if (refusal.isEmpty()) refusal = unknown(target, head);
        if (refusal.isPresent()) arrival.reject(refusal.get());
        else arrival.readBody();
    }

    private static Rejection stopping() {
        return new Rejection(503, AnthropicErrors.OVERLOADED, "stopping", "The proxy is being stopped.");
    }

    private static Optional<Rejection> unknown(Target target, RequestHead head) {
        return switch (target.kind()) {
            case UNKNOWN_PATH ->
                Optional.of(new Rejection(
                        404,
                        AnthropicErrors.NOT_FOUND,
                        "not-found",
                        "This proxy serves POST .../v1/messages, POST .../v1/messages/count_tokens and GET"
                                + " .../v1/models; nothing is at this path."));
            case WRONG_METHOD ->
                Optional.of(new Rejection(
                        405,
                        AnthropicErrors.INVALID_REQUEST,
                        "method",
                        "The method " + head.method() + " is not served at this path."));
            case MESSAGES, COUNT_TOKENS, MODELS, HELLO, EVENTS -> Optional.empty();
        };
    }
}
