package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.codec.messages.MalformedRequest;
import dev.sightglass.engine.codec.messages.MessagesCodec;
import dev.sightglass.engine.codec.messages.MessagesRequest;
import dev.sightglass.engine.credential.CredentialMissing;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.routing.NoRoute;
import dev.sightglass.engine.tokens.TokenCounter;
import dev.sightglass.engine.upstream.RequestRefused;
import dev.sightglass.engine.upstream.Upstream;
import dev.sightglass.engine.upstream.UpstreamRequest;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries exchanges from the client's request to the last byte of the answer: read, route, translate, send, relay. Each call
 * of {@link #run} is one exchange, on a thread of its own; it always ends the exchange's trace.
 */
public final class ExchangePipeline {
    private final Supplier<PipelineSetup> setup;
    private final Function<UpstreamKind, Upstream> upstreams;
    private final MessagesCodec codec;
    private final TokenCounter tokens;

    public ExchangePipeline(
            Supplier<PipelineSetup> setup,
            Function<UpstreamKind, Upstream> upstreams,
            MessagesCodec codec,
            TokenCounter tokens) {
        this.setup = setup;
        this.upstreams = upstreams;
        this.codec = codec;
        this.tokens = tokens;
    }

    /** Runs one exchange to its end. Never throws. */
    public void run(RunningExchange run) {
        run.trace().ended(outcome(run));
    }

    /** Refuses a request, on its own thread. Never throws. */
    public void reject(RunningExchange run, Rejection rejection) {
        try {
            run.trace().ended(ErrorReply.reject(run, rejection));
        } catch (ClientGone e) {
            run.trace().ended(new Outcome.Cancelled(String.valueOf(e.getMessage())));
        }
    }

    private Outcome outcome(RunningExchange run) {
        try {
            return serve(run);
        } catch (Rejected e) {
            return lastWord(run, () -> ErrorReply.reject(run, e.rejection()));
        } catch (ClientGone e) {
            run.downstream().abort();
            return new Outcome.Cancelled("The client closed the connection before the answer was complete.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ended(run, Outcome.Kind.SHUTDOWN, "The proxy was stopped.");
        } catch (RuntimeException | StackOverflowError e) {
            System.getLogger(ExchangePipeline.class.getName())
                    .log(System.Logger.Level.ERROR, "Exchange " + run.trace().id() + " failed", e);
            return ended(run, Outcome.Kind.INTERNAL, "The proxy failed on this exchange; its log says how.");
        }
    }

    private static Outcome ended(RunningExchange run, Outcome.Kind kind, String message) {
        Outcome.TransportError outcome = new Outcome.TransportError(kind, Party.PROXY, message);
        return lastWord(run, () -> ErrorReply.fail(run, outcome));
    }

    /** An answer that may come too late: after the head, only breaking the connection tells the client. */
    private static Outcome lastWord(RunningExchange run, Reply reply) {
        try {
            return reply.send();
        } catch (ClientGone | IllegalStateException e) {
            run.downstream().abort();
            return run.cancellation().reason() == Cancellation.Reason.CLIENT_GONE
                    ? new Outcome.Cancelled("The client closed the connection.")
                    : new Outcome.TransportError(Outcome.Kind.INTERNAL, Party.PROXY, String.valueOf(e.getMessage()));
        }
    }

    @FunctionalInterface
    private interface Reply {
        Outcome send() throws ClientGone;
    }

    private Outcome serve(RunningExchange run) throws Rejected, ClientGone, InterruptedException {
        PipelineSetup now = setup.get();
        return switch (prepare(now, run)) {
            case Prepared.Count _ -> countTokens(run);
            case Prepared.Call(MessagesRequest request, Route route, Upstream upstream, UpstreamRequest translated) ->
                new Attempts(now, run, upstream, request, route, credential(now, run, route)).run(translated);
        };
    }

    /** What a request asks for, once it is read and routed. */
    private sealed interface Prepared {
        /** Its tokens, which the upstream cannot count. */
        record Count() implements Prepared {}

        record Call(MessagesRequest request, Route route, Upstream upstream, UpstreamRequest translated)
                implements Prepared {}
    }

    private Prepared prepare(PipelineSetup now, RunningExchange run) throws Rejected {
        MessagesRequest request = read(run);
        Route route = route(now, request);
        UpstreamKind kind = route.deployment().upstream();
        if (run.request().endpoint() == RequestFacts.Endpoint.COUNT_TOKENS && kind != UpstreamKind.ANTHROPIC)
            return new Prepared.Count();
        run.trace().routed(route);
        Upstream upstream = upstreams.apply(kind);
        try {
            return new Prepared.Call(
                    request,
                    route,
                    upstream,
                    upstream.prepare(request, run.request().head(), route));
        } catch (RequestRefused e) {
            throw new Rejected(new Rejection(e.status(), e.type(), "not-supported", e.reason()));
        }
    }

    private MessagesRequest read(RunningExchange run) throws Rejected {
        ClientRequest client = run.request();
        byte[] body = client.body();
        try {
            MessagesRequest request = codec.read(body);
            RequestFacts facts = request.facts(client.endpoint(), client.head().method(), client.path());
            run.trace().requestRead(body, facts, request.sessionId());
            return request;
        } catch (MalformedRequest e) {
            run.trace().requestRead(body, client.plainFacts(), null);
            throw new Rejected(new Rejection(400, AnthropicErrors.INVALID_REQUEST, "malformed", e.reason()));
        }
    }

    private static Route route(PipelineSetup now, MessagesRequest request) throws Rejected {
        try {
            return now.router().route(request.model());
        } catch (NoRoute e) {
            throw new Rejected(new Rejection(400, AnthropicErrors.INVALID_REQUEST, "not-configured", e.reason()));
        }
    }

    private static Header credential(PipelineSetup now, RunningExchange run, Route route)
            throws Rejected, InterruptedException {
        try {
            return now.credential()
                    .header(route.deployment(), run.request().head().headers());
        } catch (CredentialMissing e) {
            throw new Rejected(new Rejection(401, AnthropicErrors.AUTHENTICATION, "credential", e.reason()));
        }
    }

    private Outcome countTokens(RunningExchange run) throws ClientGone {
        byte[] body = run.request().body();
        long count = tokens.count(body);
        byte[] answer = ("{\"input_tokens\":" + count + "}").getBytes(StandardCharsets.UTF_8);
        ResponseHead head =
                new ResponseHead(200, run.trace().requestHeaders().with("content-type", "application/json"));
        run.downstream().reply(head, answer);
        run.trace().downstreamAnswered(head);
        run.trace().downstreamBytes(answer);
        return Outcome.SUCCEEDED;
    }
}
