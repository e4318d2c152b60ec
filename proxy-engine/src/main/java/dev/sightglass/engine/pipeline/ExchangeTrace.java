package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.event.ExchangeEvent;
import dev.sightglass.engine.event.ExchangeObserver;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.model.Route;
import dev.sightglass.engine.model.TranslationNote;
import dev.sightglass.engine.upstream.UpstreamRequest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Tells the observer what happens to one exchange, each event with its time; after the end it says nothing more. */
public final class ExchangeTrace {
    private final ExchangeId id;
    private final ExchangeObserver observer;
    private final long start = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private long bodyRead = -1;
    private boolean contentStarted;

    private ExchangeTrace(ExchangeId id, ExchangeObserver observer) {
        this.id = id;
        this.observer = observer;
    }

    /** The head of a request is here: the exchange begins. */
    public static ExchangeTrace begin(
            ExchangeId id, ExchangeObserver observer, String clientAddress, RequestHead head) {
        ExchangeTrace trace = new ExchangeTrace(id, observer);
        observer.on(new ExchangeEvent.Received(id, 0, Instant.now(), clientAddress, head));
        return trace;
    }

    public ExchangeId id() {
        return id;
    }

    /** What the client is told as the request's id. */
    public String requestId() {
        return "req_sightglass_" + id.number();
    }

    /** The headers that name the exchange to the client. */
    Headers requestHeaders() {
        return Headers.of("request-id", requestId());
    }

    /** The request is read to its end; what is in it comes with {@link #requestRead}. */
    public void bodyRead() {
        bodyRead = now();
    }

    public void requestRead(byte[] body, RequestFacts facts, @Nullable String sessionId) {
        tell(new ExchangeEvent.RequestRead(id, bodyRead < 0 ? now() : bodyRead, body, facts, sessionId));
    }

    void routed(Route route) {
        tell(new ExchangeEvent.Routed(id, now(), route));
    }

    void upstreamSent(int attempt, RequestHead head, UpstreamRequest request, @Nullable String reason) {
        tell(new ExchangeEvent.UpstreamSent(id, now(), attempt, head, request.body(), request.notes(), reason));
    }

    void upstreamAnswered(int attempt, ResponseHead head) {
        tell(new ExchangeEvent.UpstreamAnswered(id, now(), attempt, head));
    }

    void upstreamBytes(int attempt, byte[] bytes) {
        tell(new ExchangeEvent.UpstreamBytes(id, now(), attempt, bytes));
    }

    void upstreamEnded(int attempt, @Nullable String failure) {
        tell(new ExchangeEvent.UpstreamEnded(id, now(), attempt, failure));
    }

    public void downstreamAnswered(ResponseHead head) {
        tell(new ExchangeEvent.DownstreamAnswered(id, now(), head));
    }

    public void downstreamBytes(byte[] bytes) {
        if (bytes.length > 0) tell(new ExchangeEvent.DownstreamBytes(id, now(), bytes));
    }

    void contentStarted() {
        if (contentStarted) return;
        contentStarted = true;
        tell(new ExchangeEvent.ContentStarted(id, now()));
    }

    void answerRead(AnswerFacts facts, List<TranslationNote> notes) {
        tell(new ExchangeEvent.AnswerRead(id, now(), facts, notes));
    }

    public void ended(Outcome outcome) {
        if (ended.compareAndSet(false, true)) observer.on(new ExchangeEvent.Ended(id, now(), outcome));
    }

    private void tell(ExchangeEvent event) {
        if (!ended.get()) observer.on(event);
    }

    private long now() {
        return System.nanoTime() - start;
    }
}
