package dev.sightglass.engine.store.memory;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.settings.CaptureSettings;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.HeadText;
import dev.sightglass.engine.store.RecordedBody;
import dev.sightglass.engine.store.StoreHealth;
import dev.sightglass.engine.store.StoreListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps exchanges until the process ends. Bodies are cut at a size each, and together: the oldest ones go first, their
 * exchanges stay. Beyond {@link #MOST_EXCHANGES} the oldest exchanges go as well.
 */
public final class MemoryExchangeStore implements ExchangeStore {
    /** An exchange without bodies takes a few kilobytes, most of it headers. */
    static final int MOST_EXCHANGES = 20_000;

    private final NavigableMap<ExchangeId, MemoryEntry> entries = new ConcurrentSkipListMap<>();
    private final List<StoreListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicLong keptBytes = new AtomicLong();
    private final long mostBodyBytes;
    private final long mostBytes;

    public MemoryExchangeStore() {
        this(CaptureSettings.DEFAULT);
    }

    public MemoryExchangeStore(CaptureSettings capture) {
        this.mostBodyBytes = capture.maxBodyBytes();
        this.mostBytes = capture.memoryBytes();
    }

    /** Numbers begin after this one. */
    public MemoryExchangeStore after(long last) {
        lastId.accumulateAndGet(last, Math::max);
        return this;
    }

    @Override
    public ExchangeId nextId() {
        return new ExchangeId(lastId.incrementAndGet());
    }

    @Override
    public void save(Exchange exchange) {
        lastId.accumulateAndGet(exchange.id().number(), Math::max);
        MemoryEntry entry = entries.get(exchange.id());
        if (entry == null) {
            entry = new MemoryEntry(exchange);
            entries.put(exchange.id(), entry);
            dropOldestExchanges();
        } else {
            entry.update(exchange);
        }
        if (!entry.removed()) tellSaved(entry.saved().summary());
    }

    @Override
    public void append(BodyRef ref, long at, byte[] bytes) {
        MemoryEntry entry = entries.get(ref.exchange());
        if (entry == null) return;
        MemoryBody body = entry.bodies().computeIfAbsent(ref, _ -> new MemoryBody(mostBodyBytes));
        keptBytes.addAndGet(body.append(at, bytes));
        if (keptBytes.get() > mostBytes) pruneBodies(ref.exchange());
    }

    @Override
    public Body finishBody(BodyRef ref) {
        MemoryEntry entry = entries.get(ref.exchange());
        MemoryBody body = entry == null ? null : entry.bodies().get(ref);
        return body == null ? Body.EMPTY : body.finish();
    }

    @Override
    public int size() {
        return (int) visible().count();
    }

    @Override
    public List<ExchangeSummary> newest(int limit, @Nullable ExchangeId before) {
        var older = before == null ? entries : entries.headMap(before, false);
        return older.descendingMap().values().stream()
                .filter(entry -> !entry.removed())
                .limit(limit)
                .map(entry -> entry.saved().summary())
                .toList();
    }

    @Override
    public Optional<ExchangeSummary> summary(ExchangeId id) {
        return entry(id).map(entry -> entry.saved().summary());
    }

    @Override
    public Optional<Exchange> find(ExchangeId id) {
        return entry(id).map(MemoryEntry::exchange);
    }

    @Override
    public RecordedBody body(BodyRef ref) {
        MemoryEntry entry = entries.get(ref.exchange());
        MemoryBody body = entry == null ? null : entry.bodies().get(ref);
        return body == null ? RecordedBody.EMPTY : body.recorded();
    }

    @Override
    public List<ExchangeId> search(String text, int limit) {
        List<ExchangeId> found = new ArrayList<>();
        search(text, limit, found::add);
        return found;
    }

    @Override
    public void search(String text, int limit, Consumer<ExchangeId> found) {
        int hits = 0;
        for (MemoryEntry entry : entries.descendingMap().values()) {
            if (hits == limit || Thread.currentThread().isInterrupted()) return;
            if (entry.removed() || !holds(entry, text)) continue;
            hits++;
            found.accept(entry.id());
        }
    }

    @Override
    public void annotate(ExchangeId id, Annotation annotation) {
        entry(id).ifPresent(entry -> {
            entry.annotate(annotation);
            tellSaved(entry.saved().summary());
        });
    }

    @Override
    public void remove(Collection<ExchangeId> ids) {
        List<ExchangeId> gone = new ArrayList<>();
        for (ExchangeId id : ids)
            entry(id).ifPresent(entry -> {
                entry.removed(true);
                gone.add(id);
            });
        if (!gone.isEmpty()) tellRemoved(gone);
    }

    @Override
    public void restore(Collection<ExchangeId> ids) {
        for (ExchangeId id : ids) {
            MemoryEntry entry = entries.get(id);
            if (entry == null || !entry.removed()) continue;
            entry.removed(false);
            tellSaved(entry.saved().summary());
        }
    }

    @Override
    public void purge() {
        for (MemoryEntry entry : List.copyOf(entries.values())) if (entry.removed()) drop(entry);
    }

    @Override
    public StoreHealth health() {
        return new StoreHealth.Recording("memory");
    }

    @Override
    public Subscription listen(StoreListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        listeners.clear();
    }

    private static boolean holds(MemoryEntry entry, String text) {
        for (MemoryBody body : entry.all())
            if (DecodedText.holds(body.recorded().bytes(), text)) return true;
        return HeadText.holds(entry.saved(), text);
    }

    private Stream<MemoryEntry> visible() {
        return entries.values().stream().filter(entry -> !entry.removed());
    }

    private Optional<MemoryEntry> entry(ExchangeId id) {
        return Optional.ofNullable(entries.get(id)).filter(entry -> !entry.removed());
    }

    /** Frees the oldest bodies until there is room again, those of the exchange just written to last. */
    private void pruneBodies(ExchangeId writing) {
        for (MemoryEntry entry : entries.values()) {
            if (keptBytes.get() <= mostBytes) return;
            if (entry.prunable() && !entry.id().equals(writing)) prune(entry);
        }
        MemoryEntry last = entries.get(writing);
        if (last != null && keptBytes.get() > mostBytes) prune(last);
    }

    private void prune(MemoryEntry entry) {
        for (MemoryBody body : entry.all()) keptBytes.addAndGet(-body.prune());
    }

    private void dropOldestExchanges() {
        if (entries.size() <= MOST_EXCHANGES) return;
        entries.values().stream().filter(MemoryEntry::prunable).findFirst().ifPresent(entry -> {
            boolean shown = !entry.removed();
            drop(entry);
            if (shown) tellRemoved(List.of(entry.id()));
        });
    }

    private void drop(MemoryEntry entry) {
        prune(entry);
        entries.remove(entry.id());
    }

    private void tellSaved(ExchangeSummary summary) {
        for (StoreListener listener : listeners) listener.saved(summary);
    }

    private void tellRemoved(List<ExchangeId> ids) {
        for (StoreListener listener : listeners) listener.removed(ids);
    }
}
