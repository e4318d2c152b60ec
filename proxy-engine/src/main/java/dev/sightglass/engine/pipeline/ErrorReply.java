package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.codec.messages.AnthropicErrors;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.upstream.NotAnAnswer;

/** Errors of the proxy's own, in the client's envelope. */
final class ErrorReply {
    private ErrorReply() {}

    /** Sends the refusal and ends the exchange with it. */
    static Outcome reject(RunningExchange run, Rejection rejection) throws ClientGone {
        Headers headers = run.trace().requestHeaders();
        // What is missing here does not come by asking again: the client shall show the message at once.
        if (rejection.status() == 401 || rejection.reason().equals("not-configured"))
            headers = headers.with("x-should-retry", "false");
        send(run, rejection.status(), headers, rejection.type(), rejection.message());
        return rejection.outcome();
    }

    /** Sends what became of the upstream. */
    static Outcome fail(RunningExchange run, Outcome.TransportError outcome) throws ClientGone {
        int status = switch (outcome.kind()) {
            case TIMEOUT, IDLE -> 504;
            case SHUTDOWN -> 503;
            case INTERNAL -> 500;
            case CREDENTIAL -> 401;
            case DNS, CONNECT, TLS, RESET, CUT_STREAM, NOT_AN_ANSWER, REDIRECT -> 502;
        };
        String type = status == 401 ? AnthropicErrors.AUTHENTICATION : AnthropicErrors.API;
        send(run, status, run.trace().requestHeaders(), type, outcome.message());
        return outcome;
    }

    /** Tells of a 2xx answer that is none: an error in a success's clothes keeps its own class. */
    static Outcome notAnAnswer(RunningExchange run, int upstreamStatus, NotAnAnswer answer) throws ClientGone {
        send(run, answer.status(), run.trace().requestHeaders(), answer.type(), answer.reason());
        return answer.status() == NotAnAnswer.BAD_GATEWAY
                ? new Outcome.TransportError(Outcome.Kind.NOT_AN_ANSWER, Party.UPSTREAM, answer.reason())
                : new Outcome.ApiError(upstreamStatus, null, answer.reason());
    }

    private static void send(RunningExchange run, int status, Headers headers, String type, String message)
            throws ClientGone {
        byte[] body = AnthropicErrors.envelope(type, message, run.trace().requestId());
        ResponseHead head = new ResponseHead(status, headers.with("content-type", "application/json"));
        run.downstream().reply(head, body);
        run.trace().downstreamAnswered(head);
        run.trace().downstreamBytes(body);
    }
}
