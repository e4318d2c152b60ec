package dev.sightglass.engine.store.fallback;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.RecordedBody;
import dev.sightglass.engine.store.StoreHealth;
import dev.sightglass.engine.store.StoreListener;
import dev.sightglass.engine.store.StoreRefused;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps exchanges in memory while the data folder cannot be used. Once it can, all that is in memory goes there, under the
 * same numbers, and recording goes on there.
 */
final class FallbackStore implements ExchangeStore {
    private final MemoryExchangeStore memory;
    private final String reason;
    private final @Nullable FolderWatch watch;
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private final Object writing = new Object();
    private @Nullable Limits limits;
    /** Where exchanges are now: {@link #memory}, later the folder's store. */
    private volatile ExchangeStore current;

    FallbackStore(StoreOptions options, MemoryExchangeStore memory, StoreRefused refused, Duration pace) {
        this.memory = memory;
        this.current = memory;
        this.reason = String.valueOf(refused.getMessage());
        // What another program or a newer version wrote stays so: only a disk may come to its senses.
        this.watch =
                refused.reason() == StoreRefused.Cause.UNUSABLE ? new FolderWatch(options, pace, this::moveTo) : null;
        if (watch != null) watch.start();
    }

    private record Limits(long bytes, @Nullable Duration age) {}

    /** A listener and what ends its listening to the present store. */
    private static final class Listening {
        final StoreListener listener;
        Subscription inner;

        Listening(StoreListener listener, Subscription inner) {
            this.listener = listener;
            this.inner = inner;
        }
    }

    /** The folder can be used: from now on everything is there. The watch's thread. */
    private void moveTo(ExchangeStore store) {
        int moved;
        synchronized (writing) {
            moved = Mover.move(memory, store);
            current = store;
            if (limits != null) store.keepWithin(limits.bytes, limits.age);
            for (Listening each : listeners) {
                each.inner.close();
                each.inner = store.listen(each.listener);
            }
        }
        String notice = moved == 0
                ? "The data folder can be used again: from now on exchanges are recorded there."
                : "The data folder can be used again: the " + moved
                        + " exchanges that were in memory are recorded there.";
        for (Listening each : listeners) {
            each.listener.health(store.health());
            each.listener.notice(notice);
            Mover.tellAll(store, each.listener);
        }
    }

    @Override
    public ExchangeId nextId() {
        return memory.nextId();
    }

    @Override
    public void save(Exchange exchange) {
        synchronized (writing) {
            current.save(exchange);
        }
    }

    @Override
    public void append(BodyRef body, long at, byte[] bytes) {
        synchronized (writing) {
            current.append(body, at, bytes);
        }
    }

    @Override
    public Body finishBody(BodyRef body) {
        synchronized (writing) {
            return current.finishBody(body);
        }
    }

    @Override
    public int size() {
        return current.size();
    }

    @Override
    public List<ExchangeSummary> newest(int limit, @Nullable ExchangeId before) {
        return current.newest(limit, before);
    }

    @Override
    public Optional<ExchangeSummary> summary(ExchangeId id) {
        return current.summary(id);
    }

    @Override
    public Optional<Exchange> find(ExchangeId id) {
        return current.find(id);
    }

    @Override
    public RecordedBody body(BodyRef body) {
        return current.body(body);
    }

    @Override
    public List<ExchangeId> search(String text, int limit) {
        return current.search(text, limit);
    }

    @Override
    public void search(String text, int limit, Consumer<ExchangeId> found) {
        current.search(text, limit, found);
    }

    @Override
    public void annotate(ExchangeId id, Annotation annotation) {
        synchronized (writing) {
            current.annotate(id, annotation);
        }
    }

    @Override
    public void remove(Collection<ExchangeId> ids) {
        synchronized (writing) {
            current.remove(ids);
        }
    }

    @Override
    public void restore(Collection<ExchangeId> ids) {
        synchronized (writing) {
            current.restore(ids);
        }
    }

    @Override
    public void purge() {
        current.purge();
    }

    @Override
    public void keepWithin(long mostBytes, @Nullable Duration longestAge) {
        synchronized (writing) {
            limits = new Limits(mostBytes, longestAge);
            current.keepWithin(mostBytes, longestAge);
        }
    }

    @Override
    public StoreHealth health() {
        ExchangeStore now = current;
        return now == memory ? new StoreHealth.InMemory(reason) : now.health();
    }

    @Override
    public List<String> notices() {
        ExchangeStore now = current;
        return now == memory
                ? List.of("Exchanges are kept in memory only, until Sightglass ends: " + reason)
                : now.notices();
    }

    @Override
    public Subscription listen(StoreListener listener) {
        synchronized (writing) {
            Listening listening = new Listening(listener, current.listen(listener));
            listeners.add(listening);
            return () -> end(listening);
        }
    }

    private void end(Listening listening) {
        synchronized (writing) {
            listeners.remove(listening);
            listening.inner.close();
        }
    }

    @Override
    public void close() {
        if (watch != null) watch.close();
        current.close();
    }
}
