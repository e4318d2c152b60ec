package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exchange of which something is not in the database yet. For any thread. */
final class LiveExchange {
    private final ExchangeId id;
    private final Map<BodyRef, LiveBody> bodies = new LinkedHashMap<>();
    private @Nullable Exchange latest;
    private @Nullable Annotation annotation;
    private long version;
    private long writtenVersion;
    private @Nullable Exchange writtenExchange;

    LiveExchange(ExchangeId id) {
        this.id = id;
    }

    /**
     * What is to be written now.
     *
     * @param exchange null when there is nothing new of it
     */
    record Snapshot(
            LiveExchange live,
            long version,
            @Nullable Exchange exchange,
            @Nullable Annotation annotation,
            List<Tail> tails,
            List<Request> requests,
            List<BodyWriter.Answer> answers) {}

    /** A piece of a body that still arrives; afterwards {@code bytes} and {@code marks} of it are written. */
    record Tail(BodyRef ref, LiveBody.News news, int bytes, int marks) {}

    record Request(BodyRef ref, byte[] bytes) {}

    synchronized Exchange save(Exchange exchange) {
        Annotation mine = annotation != null
                ? annotation
                : latest == null ? null : latest.summary().annotation();
        latest = mine == null ? exchange : annotated(exchange, mine);
        version++;
        return latest;
    }

    synchronized void annotate(Annotation wanted) {
        annotation = wanted;
        if (latest != null) latest = annotated(latest, wanted);
        version++;
    }

    private static Exchange annotated(Exchange exchange, Annotation annotation) {
        return new Exchange(
                exchange.summary().with(annotation), exchange.downstream(), exchange.attempts(), exchange.notes());
    }

    /** Takes a piece of a body; returns how many bytes more are held. */
    synchronized int append(BodyRef ref, long at, byte[] piece, boolean room) {
        LiveBody body = bodies.computeIfAbsent(ref, _ -> new LiveBody());
        int before = body.held();
        body.add(at, piece, room);
        version++;
        return body.held() - before;
    }

    synchronized Body finish(BodyRef ref) {
        LiveBody body = bodies.get(ref);
        if (body == null) return Body.EMPTY;
        version++;
        return body.finish();
    }

    synchronized @Nullable Exchange latest() {
        return latest;
    }

    synchronized @Nullable Annotation annotation() {
        return annotation;
    }

    /** The body when its bytes are still here; null when the database is to be asked. */
    synchronized @Nullable RecordedBody body(BodyRef ref) {
        LiveBody body = bodies.get(ref);
        if (body == null || body.stored()) return null;
        return new RecordedBody(body.state(), body.bytes(), isRequest(ref) ? ArrivalMarks.NONE : body.marks());
    }

    /** The bodies whose bytes are here. */
    synchronized List<BodyRef> heldRefs() {
        return bodies.entrySet().stream()
                .filter(e -> !e.getValue().stored())
                .map(Map.Entry::getKey)
                .toList();
    }

    synchronized Snapshot snapshot() {
        List<Tail> tails = new ArrayList<>();
        List<Request> requests = new ArrayList<>();
        List<BodyWriter.Answer> answers = new ArrayList<>();
        boolean over = over();
        bodies.forEach((ref, body) -> {
            if (body.stored()) return;
            if (isRequest(ref) && (body.finished() || over)) requests.add(new Request(ref, body.bytes()));
            else if (!isRequest(ref) && over) answers.add(new BodyWriter.Answer(ref, body.bytes(), body.marks()));
            else if (body.hasNews()) tails.add(new Tail(ref, body.news(), body.byteCount(), body.markCount()));
        });
        Exchange news = latest == writtenExchange ? null : latest;
        return new Snapshot(this, version, news, annotation, tails, requests, answers);
    }

    /** What a snapshot holds is in the database. Returns how many bytes fewer are held. */
    synchronized int written(Snapshot snapshot) {
        writtenVersion = snapshot.version;
        if (snapshot.exchange != null) writtenExchange = snapshot.exchange;
        if (annotation == snapshot.annotation) annotation = null;
        for (Tail tail : snapshot.tails) body(tail.ref, bodies).written(tail.bytes, tail.marks);
        int freed = 0;
        for (Request request : snapshot.requests) freed += stored(request.ref);
        for (BodyWriter.Answer answer : snapshot.answers) freed += stored(answer.ref());
        return freed;
    }

    private int stored(BodyRef ref) {
        LiveBody body = body(ref, bodies);
        int held = body.held();
        body.storedForGood();
        return held;
    }

    private static LiveBody body(BodyRef ref, Map<BodyRef, LiveBody> bodies) {
        LiveBody body = bodies.get(ref);
        if (body == null) throw new IllegalStateException("no body " + ref);
        return body;
    }

    /** Nothing is in the database any more, since it was replaced: write all again that is still here. */
    synchronized void writeAgain() {
        version++;
        writtenExchange = null;
        bodies.values().forEach(LiveBody::writeAgain);
    }

    /** True when the database has everything and nothing more will come. */
    synchronized boolean done() {
        return version == writtenVersion && over() && bodies.values().stream().allMatch(LiveBody::stored);
    }

    synchronized boolean dirty() {
        return version != writtenVersion;
    }

    synchronized boolean lostSomething() {
        return bodies.values().stream().anyMatch(LiveBody::lostSomething);
    }

    synchronized long held() {
        return bodies.values().stream().mapToLong(LiveBody::held).sum();
    }

    ExchangeId id() {
        return id;
    }

    private boolean over() {
        return latest == null
                ? bodies.values().stream().allMatch(LiveBody::finished)
                : !latest.summary().inFlight();
    }

    static boolean isRequest(BodyRef ref) {
        return ref.part() == BodyPart.DOWNSTREAM_REQUEST || ref.part() == BodyPart.UPSTREAM_REQUEST;
    }
}
