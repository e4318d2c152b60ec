package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.credential.SecretMask;
import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.settings.Limits;
import dev.sightglass.engine.upstream.AnswerPiece;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.DownstreamError;
import dev.sightglass.engine.upstream.NotAnAnswer;
import dev.sightglass.engine.upstream.UpstreamAnswer;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Brings one answer of the upstream to the client. */
final class AnswerRelay {
    private final Limits limits;
    private final RunningExchange run;
    private final UpstreamAnswer answer;
    private final AnswerTranslator translator;
    private final int attempt;
    private final SecretMask mask;

    /** @param mask covers the credential, which an upstream's error may quote */
    AnswerRelay(
            Limits limits,
            RunningExchange run,
            UpstreamAnswer answer,
            AnswerTranslator translator,
            int attempt,
            SecretMask mask) {
        this.limits = limits;
        this.run = run;
        this.answer = answer;
        this.translator = translator;
        this.attempt = attempt;
        this.mask = mask;
    }

    static Outcome.TransportError shutdown() {
        return new Outcome.TransportError(
                Outcome.Kind.SHUTDOWN, Party.PROXY, "The proxy was stopped before the answer was complete.");
    }

    /** Relays an answer of status 2xx. */
    Outcome success(boolean streamWanted) throws ClientGone, InterruptedException {
        try {
            if (isEventStream() && (streamWanted || translator.passesThrough()))
                return new StreamRelay(limits, run, answer, translator, attempt, mask).relay();
            return whole(streamWanted);
        } catch (NotAnAnswer e) {
            NotAnAnswer told = new NotAnAnswer(e.status(), e.type(), mask.mask(e.reason()));
            return ErrorReply.notAnAnswer(run, answer.head().status(), told);
        } catch (Broken e) {
            return ErrorReply.fail(run, e.outcome);
        }
    }

    /** The body of an answer that is an error, decoded when it is not passed through; cut at the bound. */
    byte[] errorBody() throws ClientGone, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            ContentDecoder decoder = decoder();
            collect(limits.errorBytes(), piece -> body.writeBytes(decoder.decode(piece)));
        } catch (NotAnAnswer | Broken _) {
            // An error stays an error with half its text: the status says enough, and the record has what came.
        }
        return mask.mask(body.toByteArray());
    }

    /** Tells the client of the upstream's error. */
    Outcome error(byte[] body) throws ClientGone {
        ResponseHead head = answer.head();
        DownstreamError error = translator.error(head, body);
        Headers headers = AnswerHeaders.allowed(error.headers(), run.trace().requestHeaders());
        if (headers.first("content-type").isEmpty()) headers = headers.with("content-type", "application/json");
        ResponseHead reply = new ResponseHead(error.status(), headers);
        run.downstream().reply(reply, error.body());
        run.trace().downstreamAnswered(reply);
        run.trace().downstreamBytes(error.body());
        run.trace().answerRead(translator.facts(), translator.notes());
        return new Outcome.ApiError(head.status(), error.code(), error.message());
    }

    private Outcome whole(boolean streamWanted) throws ClientGone, InterruptedException, NotAnAnswer, Broken {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ContentDecoder decoder = decoder();
        collect(limits.answerBytes(), piece -> body.writeBytes(decoder.decode(piece)));
        byte[] received = body.toByteArray();
        ResponseHead head = answer.head();
        boolean asStream = streamWanted && !translator.passesThrough();
        byte[] message = asStream ? translator.wholeAsStream(head, received) : translator.whole(head, received);
        Headers headers =
                AnswerHeaders.allowed(translator.headers(head), run.trace().requestHeaders());
        if (asStream) headers = typed(headers, "text/event-stream; charset=utf-8");
        ResponseHead reply = new ResponseHead(head.status(), headers);
        run.downstream().reply(reply, message);
        run.trace().downstreamAnswered(reply);
        run.trace().downstreamBytes(message);
        if (asStream) run.trace().contentStarted();
        run.trace().answerRead(translator.facts(), translator.notes());
        return Outcome.SUCCEEDED;
    }

    private static Headers typed(Headers headers, String contentType) {
        return headers.filter((Header header) -> !header.name().equalsIgnoreCase("content-type"))
                .with("content-type", contentType);
    }

    private boolean isEventStream() {
        return answer.head()
                .headers()
                .first("content-type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("text/event-stream"))
                .orElse(false);
    }

    private ContentDecoder decoder() throws NotAnAnswer {
        return translator.passesThrough()
                ? piece -> piece
                : ContentDecoder.of(answer.head().headers(), limits.answerBytes());
    }

    /** Takes the next bytes of a body. */
    @FunctionalInterface
    private interface Sink {
        void take(byte[] piece) throws NotAnAnswer;
    }

    private void collect(long mostBytes, Sink sink) throws ClientGone, InterruptedException, NotAnAnswer, Broken {
        long received = 0;
        while (true) {
            switch (answer.next(limits.idle())) {
                case AnswerPiece.Bytes(byte[] bytes) -> {
                    received += bytes.length;
                    run.trace().upstreamBytes(attempt, bytes);
                    sink.take(bytes);
                    if (received > mostBytes)
                        throw broken(
                                Outcome.Kind.NOT_AN_ANSWER,
                                "The upstream's answer is larger than " + mostBytes + " bytes.");
                }
                case AnswerPiece.End _ -> {
                    run.trace().upstreamEnded(attempt, null);
                    return;
                }
                case AnswerPiece.Silence _ ->
                    throw broken(
                            Outcome.Kind.IDLE,
                            "The upstream sent nothing for " + limits.idle().toSeconds()
                                    + " s in the middle of its answer.");
                case AnswerPiece.Broken(String reason) -> throw broken(Outcome.Kind.CUT_STREAM, reason);
            }
        }
    }

    private Broken broken(Outcome.Kind kind, String reason) throws ClientGone {
        run.trace().upstreamEnded(attempt, reason);
        return switch (run.cancellation().reason()) {
            case CLIENT_GONE -> throw new ClientGone("The client left.");
            case SHUTDOWN -> new Broken(shutdown());
            case null -> new Broken(new Outcome.TransportError(kind, Party.UPSTREAM, reason));
        };
    }

    /** The body did not come to its end. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Outcome.TransportError outcome;

        Broken(Outcome.TransportError outcome) {
            super(outcome.message(), null, false, false);
            this.outcome = outcome;
        }
    }
}
