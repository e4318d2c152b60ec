package dev.sightglass.engine.store.memory;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.store.BodyRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One exchange with its bodies. */
final class MemoryEntry {
    private final Map<BodyRef, MemoryBody> bodies = new ConcurrentHashMap<>();
    private volatile Exchange exchange;
    private volatile boolean removed;

    MemoryEntry(Exchange exchange) {
        this.exchange = exchange;
    }

    ExchangeId id() {
        return exchange.id();
    }

    /** What is known of it, with the bodies' present states. */
    Exchange exchange() {
        Exchange known = exchange;
        List<Attempt> attempts = known.attempts().stream().map(this::withStates).toList();
        return new Exchange(known.summary(), withStates(known.downstream()), attempts, known.notes());
    }

    Exchange saved() {
        return exchange;
    }

    /** Takes what is known now; the annotation is a person's and stays. */
    void update(Exchange newer) {
        Annotation annotation = exchange.summary().annotation();
        exchange = new Exchange(newer.summary().with(annotation), newer.downstream(), newer.attempts(), newer.notes());
    }

    void annotate(Annotation annotation) {
        Exchange known = exchange;
        exchange = new Exchange(known.summary().with(annotation), known.downstream(), known.attempts(), known.notes());
    }

    boolean removed() {
        return removed;
    }

    void removed(boolean now) {
        removed = now;
    }

    boolean prunable() {
        return !exchange.summary().inFlight()
                && !exchange.summary().annotation().pinned();
    }

    Map<BodyRef, MemoryBody> bodies() {
        return bodies;
    }

    Collection<MemoryBody> all() {
        return bodies.values();
    }

    private Leg withStates(Leg downstream) {
        return new Leg(
                downstream.request(),
                state(BodyPart.DOWNSTREAM_REQUEST, 0, downstream.requestBody()),
                downstream.response(),
                state(BodyPart.DOWNSTREAM_RESPONSE, 0, downstream.responseBody()));
    }

    private Attempt withStates(Attempt attempt) {
        Leg leg = attempt.leg();
        Leg now = new Leg(
                leg.request(),
                state(BodyPart.UPSTREAM_REQUEST, attempt.number(), leg.requestBody()),
                leg.response(),
                state(BodyPart.UPSTREAM_RESPONSE, attempt.number(), leg.responseBody()));
        return new Attempt(
                attempt.number(), now, attempt.sentAt(), attempt.endedAt(), attempt.reason(), attempt.failure());
    }

    /** The body's own state, unless the recorder says that it was not captured. */
    private Body state(BodyPart part, int attempt, Body told) {
        MemoryBody body = bodies.get(new BodyRef(id(), part, attempt));
        return body == null || told instanceof Body.NotCaptured || told instanceof Body.Truncated ? told : body.state();
    }
}
