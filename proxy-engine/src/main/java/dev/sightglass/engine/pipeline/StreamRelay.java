package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.credential.SecretMask;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.settings.Limits;
import dev.sightglass.engine.upstream.AnswerPiece;
import dev.sightglass.engine.upstream.AnswerTranslator;
import dev.sightglass.engine.upstream.NotAnAnswer;
import dev.sightglass.engine.upstream.StreamTranslator;
import dev.sightglass.engine.upstream.UpstreamAnswer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Relays a streamed answer: what one read of the upstream brings leaves with one write, at once. */
final class StreamRelay {
    private static final byte[] PING = "event: ping\ndata: {\"type\":\"ping\"}\n\n".getBytes(StandardCharsets.UTF_8);

    /** How long the rest of a finished stream may take, so that its connection can be used again. */
    private static final Duration REST = Duration.ofMillis(200);

    private final Limits limits;
    private final RunningExchange run;
    private final UpstreamAnswer answer;
    private final AnswerTranslator translator;
    private final StreamTranslator events;
    private final int attempt;
    private final SecretMask mask;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean begun;
    private boolean ended;
    private Outcome.@Nullable TransportError failure;

    /** @param mask covers the credential, which an upstream's error may quote */
    StreamRelay(
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
        this.events = translator.stream(answer.head());
        this.attempt = attempt;
        this.mask = mask;
    }

    Outcome relay() throws ClientGone, InterruptedException {
        try {
            readAll();
        } catch (NotAnAnswer e) {
            breakOff(Outcome.Kind.NOT_AN_ANSWER, e.reason());
        }
        Outcome outcome = failure == null ? events.outcome() : failure;
        finish(outcome);
        run.trace().answerRead(translator.facts(), translator.notes());
        return outcome;
    }

    private void readAll() throws ClientGone, InterruptedException, NotAnAnswer {
        ContentDecoder decoder = translator.passesThrough()
                ? piece -> piece
                : ContentDecoder.of(answer.head().headers(), Long.MAX_VALUE);
        long silentSince = System.nanoTime();
        while (!ended && !events.finished()) {
            switch (answer.next(limits.ping())) {
                case AnswerPiece.Bytes(byte[] bytes) -> {
                    read(bytes, decoder);
                    silentSince = System.nanoTime();
                }
                case AnswerPiece.Silence _ -> silent(System.nanoTime() - silentSince);
                case AnswerPiece.End _ -> {
                    run.trace().upstreamEnded(attempt, null);
                    ended = true;
                    events.end(null, out);
                }
                case AnswerPiece.Broken(String reason) -> breakOff(Outcome.Kind.CUT_STREAM, reason);
            }
        }
    }

    private void read(byte[] bytes, ContentDecoder decoder) throws ClientGone, NotAnAnswer {
        run.trace().upstreamBytes(attempt, bytes);
        byte[] decoded = decoder.decode(bytes);
        events.read(decoded, 0, decoded.length, out);
        if (out.size() > 0 && !events.finished()) sendOut();
    }

    private void silent(long nanos) throws ClientGone {
        if (nanos >= limits.idle().toNanos()) {
            breakOff(
                    Outcome.Kind.IDLE,
                    "The upstream sent nothing for " + limits.idle().toSeconds() + " s in the middle of its answer.");
        } else if (!translator.passesThrough()) {
            out.writeBytes(PING);
            sendOut();
        }
    }

    private void breakOff(Outcome.Kind kind, String reason) throws ClientGone {
        if (!ended) run.trace().upstreamEnded(attempt, reason);
        ended = true;
        answer.close();
        failure = switch (run.cancellation().reason()) {
            case CLIENT_GONE -> throw new ClientGone("The client left.");
            case SHUTDOWN -> AnswerRelay.shutdown();
            case null -> new Outcome.TransportError(kind, Party.UPSTREAM, reason);
        };
        events.end(failure.message(), out);
    }

    private void sendOut() throws ClientGone {
        byte[] bytes = take();
        begin();
        run.downstream().send(bytes);
        run.trace().downstreamBytes(bytes);
        if (events.contentStarted()) run.trace().contentStarted();
    }

    private byte[] take() {
        byte[] bytes = out.toByteArray();
        out.reset();
        return bytes;
    }

    private void begin() throws ClientGone {
        if (begun) return;
        begun = true;
        Headers own = run.trace().requestHeaders().with("cache-control", "no-cache");
        ResponseHead head =
                new ResponseHead(answer.head().status(), AnswerHeaders.allowed(translator.headers(answer.head()), own));
        run.downstream().begin(head);
        run.trace().downstreamAnswered(head);
    }

    /** Sends the last bytes, then lets the upstream's connection come to its end. */
    private void finish(Outcome outcome) throws ClientGone, InterruptedException {
        byte[] last = take();
        byte[] bytes = outcome instanceof Outcome.Succeeded || translator.passesThrough() ? last : mask.mask(last);
        EarlyError early = begun || translator.passesThrough() ? null : EarlyError.in(bytes, outcome);
        if (early != null) {
            // Nothing has been sent yet: an HTTP status says more than an error inside a stream.
            early.send(run);
        } else {
            begin();
            if (failure != null && translator.passesThrough()) {
                run.downstream().send(bytes);
                run.downstream().abort();
            } else {
                run.downstream().end(bytes);
            }
            run.trace().downstreamBytes(bytes);
            if (events.contentStarted()) run.trace().contentStarted();
        }
        if (!ended) readRest();
    }

    private void readRest() throws InterruptedException {
        ended = true;
        long until = System.nanoTime() + REST.toNanos();
        boolean more = true;
        while (more && until > System.nanoTime()) {
            switch (answer.next(Duration.ofNanos(until - System.nanoTime()))) {
                case AnswerPiece.Bytes(byte[] bytes) -> run.trace().upstreamBytes(attempt, bytes);
                case AnswerPiece.End _, AnswerPiece.Silence _, AnswerPiece.Broken _ -> more = false;
            }
        }
        run.trace().upstreamEnded(attempt, null);
    }
}
