package dev.sightglass.engine.store.sqlite;

import com.github.luben.zstd.ZstdException;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.RecordedBody;
import dev.sightglass.engine.store.StoreHealth;
import dev.sightglass.engine.store.StoreListener;
import dev.sightglass.engine.store.StoreRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The durable store: what is new is at hand in memory at once and in the file a moment later; everything else is read from
 * the file when asked for.
 */
public final class SqliteExchangeStore implements ExchangeStore {
    private final StoreFolder folder;
    private final Packs packs = new Packs();
    private final Words words = new Words();
    private final LiveExchanges live = new LiveExchanges();
    private final Set<ExchangeId> hidden = ConcurrentHashMap.newKeySet();
    private final List<StoreListener> listeners = new CopyOnWriteArrayList<>();
    private final Readers readers;
    private final AtomicLong nextId = new AtomicLong();
    private final AtomicLong count = new AtomicLong();
    /** Numbers from {@link #firstId} on that were saved since opening. */
    private final BitSet savedHere = new BitSet();

    private final long firstId;
    private final BodyReader bodies = new BodyReader(packs);
    private final Retention retention;
    private final @Nullable Database database;
    private final @Nullable WriterThread writer;
    /** Nobody writes: what is in flight in the file was left so by a crash. */
    private final boolean abandoned;

    private SqliteExchangeStore(StoreFolder folder, boolean writing, boolean abandoned, StoreOptions options) {
        this.folder = folder;
        this.abandoned = abandoned;
        readers = new Readers(folder.database());
        database = writing ? Database.open(folder, packs, words) : null;
        retention = new Retention(folder, options, this::gone);
        writer = database == null
                ? null
                : new WriterThread(database, folder, readers, live, retention, this::tellHealth);
        count.set(ask(s -> s.number("SELECT count(*) FROM exchange")));
        nextId.set(ask(s -> s.number("SELECT seq FROM sqlite_sequence WHERE name = 'exchange'")) + 1);
        firstId = nextId.get();
        if (writer != null) writer.start();
    }

    /** Opens the store, or refuses with a message for a person. */
    public static SqliteExchangeStore open(StoreOptions options) {
        StoreFolder folder = new StoreFolder(options.folder());
        folder.prepare();
        boolean free = folder.lock();
        boolean writing = free && options.access() != StoreOptions.Access.READ;
        if (!writing) folder.close();
        try {
            if (!free && options.access() == StoreOptions.Access.WRITE)
                throw new StoreRefused("The data folder " + folder.folder() + " is in use by " + folder.owner()
                        + ". Close that one, or choose another folder with --data-dir.");
            if (!writing) checkReadable(folder);
            return new SqliteExchangeStore(folder, writing, free && !writing, options);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void checkReadable(StoreFolder folder) {
        if (!Files.exists(folder.database()))
            throw new StoreRefused("There is no store in " + folder.folder()
                    + " yet. Record something first, or name another folder with --data-dir.");
        try (Session session = Session.reading(folder.database())) {
            int version = Schema.check(session, folder.database());
            if (version < Schema.VERSION)
                throw new StoreRefused(
                        folder.database() + " is of store version " + version + ", this Sightglass reads "
                                + Schema.VERSION + ". Start the app or `serve` once to bring it up to date.");
        } catch (SQLException e) {
            throw new StoreRefused(folder.database() + " cannot be read: " + Damage.explain(e), e);
        }
    }

    @Override
    public ExchangeId nextId() {
        return new ExchangeId(nextId.getAndIncrement());
    }

    @Override
    public void save(Exchange exchange) {
        writer();
        ExchangeId id = exchange.id();
        nextId.accumulateAndGet(id.number() + 1, Math::max);
        Exchange kept = live.with(id, l -> l.save(exchange));
        if (isNew(id)) count.incrementAndGet();
        live.wake(false);
        for (StoreListener listener : listeners) listener.saved(kept.summary());
    }

    /** True once for each number that was not in the file on opening; asks no disk. */
    private boolean isNew(ExchangeId id) {
        synchronized (savedHere) {
            int place = (int) Math.min(Integer.MAX_VALUE - 1, id.number() - firstId);
            if (place < 0 || savedHere.get(place)) return false;
            savedHere.set(place);
            return true;
        }
    }

    @Override
    public void append(BodyRef ref, long at, byte[] bytes) {
        WriterThread thread = writer();
        while (live.full() && !thread.failing()) live.awaitProgress();
        boolean room = !live.full();
        live.with(ref.exchange(), l -> {
            boolean before = l.lostSomething();
            live.grew(l.append(ref, at, bytes, room));
            if (!room && !before) thread.countLost();
            return true;
        });
        live.wake(false);
    }

    @Override
    public Body finishBody(BodyRef ref) {
        writer();
        Body body = live.with(ref.exchange(), l -> l.finish(ref));
        live.wake(false);
        return body;
    }

    @Override
    public int size() {
        return (int) count.get() - hidden.size();
    }

    @Override
    public List<ExchangeSummary> newest(int limit, @Nullable ExchangeId before) {
        long bound = before == null ? Long.MAX_VALUE : before.number();
        Map<ExchangeId, ExchangeSummary> found = new HashMap<>();
        while (true) {
            long from = bound;
            List<ExchangeSummary> page = ask(s -> ExchangeReader.newest(s, words, limit, from));
            for (ExchangeSummary summary : page)
                if (!hidden.contains(summary.id())) found.put(summary.id(), seen(summary));
            if (page.size() < limit || found.size() >= limit) break;
            bound = page.getLast().id().number();
        }
        for (LiveExchange exchange : live.newestFirst()) {
            Exchange latest = exchange.latest();
            boolean wanted = before == null || exchange.id().compareTo(before) < 0;
            if (latest != null && wanted && !hidden.contains(exchange.id())) found.put(exchange.id(), latest.summary());
        }
        return found.values().stream()
                .sorted(Comparator.comparing(ExchangeSummary::id).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<ExchangeSummary> summary(ExchangeId id) {
        if (hidden.contains(id)) return Optional.empty();
        LiveExchange exchange = live.find(id);
        Exchange latest = exchange == null ? null : exchange.latest();
        return latest != null ? Optional.of(latest.summary()) : storedSummary(id);
    }

    private Optional<ExchangeSummary> storedSummary(ExchangeId id) {
        return ask(s -> ExchangeReader.summary(s, words, id)).map(this::seen);
    }

    @Override
    public Optional<Exchange> find(ExchangeId id) {
        if (hidden.contains(id)) return Optional.empty();
        LiveExchange exchange = live.find(id);
        Exchange latest = exchange == null ? null : exchange.latest();
        if (latest != null) return Optional.of(latest);
        return ask(s -> ExchangeReader.find(s, words, id))
                .map(e -> new Exchange(seen(e.summary()), e.downstream(), e.attempts(), e.notes()));
    }

    /** A summary from the file, with an annotation that is not written yet, and the outcome that a crash left it. */
    private ExchangeSummary seen(ExchangeSummary summary) {
        LiveExchange exchange = live.find(summary.id());
        Annotation annotation = exchange == null ? null : exchange.annotation();
        ExchangeSummary annotated = annotation == null ? summary : summary.with(annotation);
        return abandoned && annotated.inFlight() ? annotated.with(new Outcome.Interrupted()) : annotated;
    }

    @Override
    public RecordedBody body(BodyRef ref) {
        if (hidden.contains(ref.exchange())) return RecordedBody.EMPTY;
        LiveExchange exchange = live.find(ref.exchange());
        RecordedBody fresh = exchange == null ? null : exchange.body(ref);
        RecordedBody kept = fresh != null ? fresh : stored(ref);
        return switch (told(ref)) {
            case Body.Truncated t
            when t.kept() == kept.bytes().length -> new RecordedBody(t, kept.bytes(), kept.marks());
            case Body.NotCaptured n when kept.bytes().length == 0 -> new RecordedBody(n, kept.bytes(), kept.marks());
            default -> kept;
        };
    }

    private RecordedBody stored(BodyRef ref) {
        try {
            return ask(s -> bodies.read(s, ref));
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof DamagedPiece)) throw e;
            // Damaged on disk: say that it is not there rather than show other bytes than those that came.
            Body damaged = new Body.NotCaptured(told(ref).size(), Body.Reason.STORE_FAILED);
            return new RecordedBody(damaged, new byte[0], ArrivalMarks.NONE);
        }
    }

    /** What the exchange itself says of a body. */
    private Body told(BodyRef ref) {
        Optional<Exchange> found = find(ref.exchange());
        if (found.isEmpty()) return Body.EMPTY;
        Leg leg = ref.attempt() == 0
                ? found.get().downstream()
                : found.get().attempts().stream()
                        .filter(a -> a.number() == ref.attempt())
                        .findFirst()
                        .map(Attempt::leg)
                        .orElse(null);
        if (leg == null) return Body.EMPTY;
        return LiveExchange.isRequest(ref) ? leg.requestBody() : leg.responseBody();
    }

    @Override
    public List<ExchangeId> search(String text, int limit) {
        List<ExchangeId> found = new ArrayList<>();
        search(text, limit, found::add);
        return found;
    }

    @Override
    public void search(String text, int limit, Consumer<ExchangeId> found) {
        if (text.isEmpty() || limit <= 0) return;
        ask(s -> {
            new TextSearch(s, packs, live, hidden, text, limit, found).run();
            return true;
        });
    }

    @Override
    public void annotate(ExchangeId id, Annotation annotation) {
        writer();
        if (summary(id).isEmpty()) return;
        live.with(id, l -> {
            l.annotate(annotation);
            return true;
        });
        live.wake(false);
        summary(id).ifPresent(s -> listeners.forEach(l -> l.saved(s)));
    }

    @Override
    public void remove(Collection<ExchangeId> ids) {
        writer();
        List<ExchangeId> known =
                ids.stream().filter(id -> summary(id).isPresent()).toList();
        hidden.addAll(known);
        for (StoreListener listener : listeners) listener.removed(known);
    }

    @Override
    public void restore(Collection<ExchangeId> ids) {
        for (ExchangeId id : ids) if (hidden.remove(id)) summary(id).ifPresent(s -> listeners.forEach(l -> l.saved(s)));
    }

    @Override
    public void purge() {
        Set<ExchangeId> ids = Set.copyOf(hidden);
        if (ids.isEmpty()) return;
        await(writer().submit(db -> {
            db.inTransaction(_ -> db.delete(ids));
            Sweep.run(db);
        }));
        ids.forEach(live::forget);
        count.addAndGet(-ids.size());
        hidden.removeAll(ids);
    }

    /** Exchanges that retention deleted. */
    private void gone(Set<ExchangeId> ids) {
        ids.forEach(live::forget);
        count.addAndGet(-ids.size());
        hidden.removeAll(ids);
        for (StoreListener listener : listeners) listener.removed(ids);
    }

    /** Waits until all that was given before is in the file; false when the store is failing. */
    public boolean flush() {
        WriterThread thread = writer();
        await(thread.submit(_ -> {}));
        return !thread.failing();
    }

    /** Deletes at once what is over the limits, which otherwise is done now and then. */
    public void prune() {
        await(writer().submit(retention::prune));
    }

    /** For tests: the database's size in pages, which {@link #limitPages} may end. */
    long pages() {
        return ask(s -> s.number("PRAGMA page_count"));
    }

    /** For tests: the disk is full at so many pages. */
    void limitPages(long pages) {
        writer().limitPages(pages);
    }

    /** For tests: moves all from the log to the database file. */
    void checkpoint() {
        await(writer().submit(db -> db.session().run("PRAGMA wal_checkpoint(TRUNCATE)")));
    }

    private static void await(CompletableFuture<Void> done) {
        try {
            done.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException("The store could not do that: " + Damage.explain(cause), cause);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The store does not answer; its disk may be failing.", e);
        }
    }

    @Override
    public StoreHealth health() {
        return writer == null
                ? new StoreHealth.ReadOnly(
                        abandoned ? "opened for reading" : folder.owner() + " records to " + folder.folder())
                : writer.health();
    }

    @Override
    public List<String> notices() {
        return folder.notices();
    }

    private void tellHealth(StoreHealth health) {
        for (StoreListener listener : listeners) listener.health(health);
    }

    @Override
    public Subscription listen(StoreListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private WriterThread writer() {
        if (writer == null) throw new IllegalStateException("The store is open for reading only.");
        return writer;
    }

    private <T> T ask(Readers.Question<T> question) {
        try {
            return readers.ask(question);
        } catch (SQLException e) {
            if (Damage.isDamage(e) && writer != null) writer.suspect();
            throw new UncheckedIOException(new IOException("The store cannot be read: " + Damage.explain(e), e));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ZstdException | JacksonException e) {
            throw new UncheckedIOException(new DamagedPiece(e));
        }
    }

    /** The file is a sound database, but something in it is not what was written. */
    private static final class DamagedPiece extends IOException {
        private static final long serialVersionUID = 1;

        DamagedPiece(RuntimeException cause) {
            super("The store cannot be read: a part of it is damaged (" + cause.getMessage() + ").", cause);
        }
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                if (!hidden.isEmpty() && !writer.failing()) purge();
                writer.close();
            }
            readers.close();
            if (database != null) database.close();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("The store did not close well: " + Damage.explain(e), e));
        } finally {
            folder.close();
        }
    }
}
