package dev.sightglass.engine.store.sqlite;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The durable store: what is new is at hand in memory at once and in the file a moment later; everything else is read from
 * the file when asked for.
 */
public final class SqliteExchangeStore implements ExchangeStore {
    private final StoreFolder folder;
    private final LiveExchanges live = new LiveExchanges();
    private final StoreListeners listeners = new StoreListeners();
    private final Readers readers;
    private final Questions questions;
    private final ExchangeView exchanges;
    private final BodyView bodies;
    private final ExchangeNumbers numbers;
    private final Retention retention;
    private final @Nullable Database database;
    private final @Nullable WriterThread writer;
    private final boolean abandoned;

    /** @param abandoned nobody writes: what is in flight in the file was left so by a crash */
    SqliteExchangeStore(StoreFolder folder, boolean writing, boolean abandoned, StoreOptions options) {
        this.folder = folder;
        this.abandoned = abandoned;
        Packs packs = new Packs();
        Words words = new Words();
        readers = new Readers(folder.database());
        questions = new Questions(readers, this::damageMet);
        exchanges = new ExchangeView(questions, live, packs, words, abandoned);
        bodies = new BodyView(questions, live, exchanges, packs);
        database = writing ? Database.open(folder, packs, words) : null;
        retention = new Retention(folder, options, this::gone);
        writer = database == null ? null : new WriterThread(database, folder, readers, live, retention, new Watcher());
        numbers = new ExchangeNumbers(
                questions.ask(s -> s.number("SELECT seq FROM sqlite_sequence WHERE name = 'exchange'")),
                questions.ask(s -> s.number("SELECT count(*) FROM exchange")));
        folder.onNotice(listeners::notice);
        if (writer != null) writer.start();
    }

    /** Opens the store, or refuses with a message for a person. */
    public static SqliteExchangeStore open(StoreOptions options) {
        return StoreOpening.open(options);
    }

    private void damageMet() {
        if (writer != null) writer.suspect();
    }

    private final class Watcher implements WriterThread.Watcher {
        @Override
        public void health(StoreHealth now) {
            listeners.health(now);
        }

        @Override
        public void replaced() {
            numbers.recount(exchanges.countAnew());
        }
    }

    @Override
    public ExchangeId nextId() {
        return numbers.next();
    }

    @Override
    public void save(Exchange exchange) {
        writer();
        Exchange kept = live.with(exchange.id(), l -> l.save(exchange));
        numbers.saved(exchange.id());
        live.wake(false);
        listeners.saved(kept.summary());
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
        return numbers.count() - exchanges.hiddenCount();
    }

    @Override
    public List<ExchangeSummary> newest(int limit, @Nullable ExchangeId before) {
        return exchanges.newest(limit, before);
    }

    @Override
    public Optional<ExchangeSummary> summary(ExchangeId id) {
        return exchanges.summary(id);
    }

    @Override
    public Optional<Exchange> find(ExchangeId id) {
        return exchanges.find(id);
    }

    @Override
    public RecordedBody body(BodyRef ref) {
        return bodies.body(ref);
    }

    @Override
    public List<ExchangeId> search(String text, int limit) {
        List<ExchangeId> found = new ArrayList<>();
        search(text, limit, found::add);
        found.sort(Comparator.reverseOrder());
        return found;
    }

    @Override
    public void search(String text, int limit, Consumer<ExchangeId> found) {
        exchanges.search(text, limit, found);
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
        summary(id).ifPresent(listeners::saved);
    }

    @Override
    public void remove(Collection<ExchangeId> ids) {
        writer();
        listeners.removed(exchanges.hide(ids));
    }

    @Override
    public void restore(Collection<ExchangeId> ids) {
        for (ExchangeId id : ids) if (exchanges.unhide(id)) summary(id).ifPresent(listeners::saved);
    }

    @Override
    public void purge() {
        Set<ExchangeId> ids = exchanges.hidden();
        if (ids.isEmpty()) return;
        writer().make(db -> {
            db.inTransaction(_ -> db.delete(ids));
            Sweep.run(db);
        });
        forget(ids);
    }

    /** Exchanges that retention deleted. */
    private void gone(Set<ExchangeId> ids) {
        forget(ids);
        listeners.removed(ids);
    }

    private void forget(Set<ExchangeId> ids) {
        ids.forEach(live::forget);
        numbers.gone(ids.size());
        exchanges.forget(ids);
    }

    /** Waits until all that was given before is in the file; false when the store is failing. */
    public boolean flush() {
        WriterThread thread = writer();
        thread.make(_ -> {});
        return !thread.failing();
    }

    /** Deletes at once what is over the limits, which otherwise is done now and then. */
    public void prune() {
        writer().make(retention::prune);
    }

    /** For tests: the database's size in pages, which {@link #limitPages} may end. */
    long pages() {
        return questions.ask(s -> s.number("PRAGMA page_count"));
    }

    /** For tests: whether text of deleted exchanges is still to be taken out of packs. */
    boolean isRewriting() {
        return questions.ask(s -> s.number("SELECT count(*) FROM meta WHERE name GLOB 'rewrite:*'")) > 0;
    }

    /** For tests: the disk is full at so many pages. */
    void limitPages(long pages) {
        writer().limitPages(pages);
    }

    /** For tests: moves all from the log to the database file. */
    void checkpoint() {
        writer().make(db -> db.session().run("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    @Override
    public void keepWithin(long mostBytes, @Nullable Duration longestAge) {
        retention.keepWithin(mostBytes, longestAge);
        live.wake(false);
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

    @Override
    public Subscription listen(StoreListener listener) {
        return listeners.add(listener);
    }

    private WriterThread writer() {
        if (writer == null) throw new IllegalStateException("The store is open for reading only.");
        return writer;
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                if (!writer.failing()) purge();
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
