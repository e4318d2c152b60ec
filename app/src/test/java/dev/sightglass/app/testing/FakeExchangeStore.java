package dev.sightglass.app.testing;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.RecordedBody;
import dev.sightglass.engine.store.StoreHealth;
import dev.sightglass.engine.store.StoreListener;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A store that holds what a test puts into it; bodies can be put whole. */
public final class FakeExchangeStore implements ExchangeStore {
    private CountDownLatch closing = new CountDownLatch(0);

    /** Closing takes until then. */
    public FakeExchangeStore closingWhen(CountDownLatch reached) {
        closing = reached;
        return this;
    }

    private CountDownLatch reading = new CountDownLatch(0);

    /** Contents are read and searched as soon as then. */
    public FakeExchangeStore readingWhen(CountDownLatch reached) {
        reading = reached;
        return this;
    }

    private void awaitReading() {
        try {
            reading.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private volatile StoreHealth health = new StoreHealth.Recording("a test");

    /** From now on the store says so of itself. */
    public void health(StoreHealth now) {
        health = now;
        listeners.forEach(listener -> listener.health(now));
    }

    private final ConcurrentSkipListMap<ExchangeId, Exchange> exchanges = new ConcurrentSkipListMap<>();
    private final Map<BodyRef, RecordedBody> bodies = new ConcurrentHashMap<>();
    private final List<StoreListener> listeners = new CopyOnWriteArrayList<>();

    public void put(BodyRef ref, byte[] bytes, ArrivalMarks marks) {
        bodies.put(ref, new RecordedBody(new Body.Captured(bytes.length), bytes, marks));
    }

    public void put(BodyRef ref, RecordedBody body) {
        bodies.put(ref, body);
    }

    @Override
    public ExchangeId nextId() {
        return new ExchangeId(exchanges.isEmpty() ? 1 : exchanges.lastKey().number() + 1);
    }

    @Override
    public void save(Exchange exchange) {
        exchanges.put(exchange.id(), exchange);
        listeners.forEach(listener -> listener.saved(exchange.summary()));
    }

    @Override
    public void append(BodyRef body, long at, byte[] bytes) {
        put(body, bytes, new ArrivalMarks(new long[] {at}, new long[] {bytes.length}));
    }

    @Override
    public Body finishBody(BodyRef body) {
        return body(body).body();
    }

    @Override
    public int size() {
        return exchanges.size();
    }

    @Override
    public List<ExchangeSummary> newest(int limit, @Nullable ExchangeId before) {
        return (before == null ? exchanges : exchanges.headMap(before))
                .descendingMap().values().stream()
                        .map(Exchange::summary)
                        .limit(limit)
                        .toList();
    }

    @Override
    public Optional<ExchangeSummary> summary(ExchangeId id) {
        return Optional.ofNullable(exchanges.get(id)).map(Exchange::summary);
    }

    @Override
    public Optional<Exchange> find(ExchangeId id) {
        awaitReading();
        return Optional.ofNullable(exchanges.get(id));
    }

    @Override
    public RecordedBody body(BodyRef body) {
        return bodies.getOrDefault(body, RecordedBody.EMPTY);
    }

    @Override
    public List<ExchangeId> search(String text, int limit) {
        awaitReading();
        return List.of();
    }

    @Override
    public void annotate(ExchangeId id, Annotation annotation) {
        Exchange known = exchanges.get(id);
        if (known != null)
            save(new Exchange(known.summary().with(annotation), known.downstream(), known.attempts(), known.notes()));
    }

    @Override
    public void remove(Collection<ExchangeId> ids) {
        ids.forEach(exchanges::remove);
        listeners.forEach(listener -> listener.removed(ids));
    }

    @Override
    public void restore(Collection<ExchangeId> ids) {
        throw new UnsupportedOperationException("no test restores through this store");
    }

    @Override
    public void purge() {
        // What was removed is gone already.
    }

    @Override
    public StoreHealth health() {
        return health;
    }

    @Override
    public Subscription listen(StoreListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        try {
            closing.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
