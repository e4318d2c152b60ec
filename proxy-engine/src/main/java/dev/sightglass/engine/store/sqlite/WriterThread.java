package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.StoreHealth;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one thread that writes. It gathers what comes within a short while into one transaction; when the disk fails it says
 * so, keeps trying with what it has, and says so again when it is mended.
 */
final class WriterThread implements AutoCloseable {
    private static final Duration GATHER = Duration.ofMillis(60);
    private static final long RETRY_MILLIS = 300;
    private static final int MOST_AT_ONCE = 64;
    /** Files that are damaged again and again are the disk's doing; each salvage leaves one behind. */
    private static final int MOST_SALVAGES = 3;

    private final Database database;
    private final StoreFolder folder;
    private final Readers readers;
    private final LiveExchanges live;
    private final Upkeep upkeep;
    private final Watcher watcher;
    private final Queue<Job> jobs = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread = new Thread(this::run, "store-writer");
    private volatile StoreHealth health;
    private int salvages;
    /** The file was made anew since it contradicted itself. */
    private boolean contradicted;
    /** A reader met damage. */
    private volatile boolean suspected;
    /** For tests of a full disk; 0 for no wish. */
    private volatile long pageLimit;

    WriterThread(
            Database database,
            StoreFolder folder,
            Readers readers,
            LiveExchanges live,
            Retention retention,
            Watcher watcher) {
        this.database = database;
        this.folder = folder;
        this.readers = readers;
        this.live = live;
        this.upkeep = new Upkeep(database, folder, readers, retention);
        this.watcher = watcher;
        this.health = recording();
        thread.setDaemon(true);
    }

    /** Is told on the writing thread: quick, never blocks, never throws. */
    interface Watcher {
        void health(StoreHealth now);

        /** The file is another one, with less in it. */
        void replaced();
    }

    void start() {
        thread.start();
        live.wake(false); // something may be too old, or left to be taken out
    }

    StoreHealth health() {
        return health;
    }

    boolean failing() {
        return health instanceof StoreHealth.Failing;
    }

    /** A body of an exchange could not be held: one more exchange misses something. */
    void countLost() {
        lost.incrementAndGet();
    }

    /** Does something to the database between two transactions; the result tells when it is done, or why not. */
    CompletableFuture<Void> submit(Change change) {
        Job job = new Job(change, new CompletableFuture<>());
        jobs.add(job);
        live.wake(true);
        return job.done;
    }

    /** The same, waiting until it is done. */
    void make(Change change) {
        try {
            submit(change).get(60, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException("The store could not do that: " + Damage.explain(cause), cause);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The store does not answer; its disk may be failing.", e);
        }
    }

    /** Something done to the database, in transactions of its own. */
    interface Change {
        void make(Database database) throws SQLException;
    }

    private record Job(Change change, CompletableFuture<Void> done) {}

    private void run() {
        while (closing.getCount() > 0) {
            try {
                live.awaitWork(GATHER);
            } catch (InterruptedException _) {
                break;
            }
            if (!round()) pause();
        }
        if (!round() || (!jobs.isEmpty() && !round()))
            health = failing("some exchanges could not be written before closing");
        if (!failing()) upkeep.end();
        jobs.forEach(job -> job.done.completeExceptionally(new IllegalStateException("the store is closed")));
    }

    private void pause() {
        try {
            if (!closing.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) live.wake(true);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A reader met damage: look whether the file is sound, and set it aside if not. */
    void suspect() {
        suspected = true;
        live.wake(true);
    }

    /** For tests: the disk is full at so many pages. */
    void limitPages(long pages) {
        pageLimit = pages;
        live.wake(true);
    }

    private void applyLimit() throws SQLException {
        long pages = pageLimit;
        if (pages == 0) return;
        database.session().number("PRAGMA max_page_count=" + pages);
        pageLimit = 0;
    }

    /** Writes all that is new, then does the jobs; false when the database refused. */
    private boolean round() {
        boolean suspicious = suspected;
        suspected = false;
        if ((database.isReplacing() || (suspicious && !Damage.isSound(folder.database()))) && !replace()) return false;
        // Jobs given until now come after what was given before them; later ones wait for the next round.
        int due = jobs.size();
        List<LiveExchange> dirty = live.dirty();
        // While the disk fails, one at a time: a try that is in vain costs little.
        int step = failing() ? 1 : MOST_AT_ONCE;
        for (int i = 0; i < dirty.size(); i += step)
            if (!write(dirty.subList(i, Math.min(dirty.size(), i + step)))) return false;
        if (failing()) tell(recording());
        for (int i = 0; i < due; i++) run(jobs.remove());
        if (upkeep.step()) live.wake(false);
        live.progress();
        return true;
    }

    private void run(Job job) {
        try {
            job.change.make(database);
            job.done.complete(null);
        } catch (SQLException | RuntimeException e) {
            job.done.completeExceptionally(e);
        }
    }

    private boolean write(List<LiveExchange> exchanges) {
        try {
            commit(exchanges);
            return true;
        } catch (SQLException e) {
            return refused(exchanges, e);
        } catch (RuntimeException e) {
            return writeOthers(exchanges, e);
        } finally {
            live.progress();
        }
    }

    private boolean refused(List<LiveExchange> exchanges, SQLException e) {
        if (Damage.isContradiction(e) && contradicted) return writeOthers(exchanges, e);
        tell(failing(Damage.explain(e)));
        contradicted |= Damage.isContradiction(e);
        if (Damage.isDamage(e) || Damage.isContradiction(e)) replace();
        return false;
    }

    /** Trying again would not help: all are written but the one that cannot be. */
    private boolean writeOthers(List<LiveExchange> exchanges, Exception e) {
        if (exchanges.size() > 1) return writeEach(exchanges);
        giveUp(exchanges.getFirst(), e);
        return true;
    }

    private boolean writeEach(List<LiveExchange> exchanges) {
        for (LiveExchange exchange : exchanges) if (!write(List.of(exchange))) return false;
        return true;
    }

    private void commit(List<LiveExchange> exchanges) throws SQLException {
        List<LiveExchange.Snapshot> snapshots =
                exchanges.stream().map(LiveExchange::snapshot).toList();
        applyLimit();
        database.inTransaction(_ -> {
            for (LiveExchange.Snapshot snapshot : snapshots) database.write(snapshot);
        });
        for (LiveExchange.Snapshot snapshot : snapshots)
            live.grew(-snapshot.live().written(snapshot));
        live.forgetDone();
    }

    /** One exchange that cannot be written must not keep the others from it. */
    private void giveUp(LiveExchange exchange, Exception e) {
        lost.incrementAndGet();
        live.forget(exchange.id());
        folder.tell("Exchange " + exchange.id() + " could not be kept: " + Damage.explain(e));
    }

    /** A damaged file is set aside; what is still in memory goes to the new one. False when that is to be tried again. */
    private boolean replace() {
        boolean again = database.isReplacing();
        if (!again && salvages == MOST_SALVAGES) {
            tell(failing("the store was damaged again and again; its disk may be failing"));
            return false;
        }
        try {
            if (!again) salvages++;
            readers.renew();
            database.replace(live.newestFirst());
            live.writeAgain();
            watcher.replaced();
            return true;
        } catch (SQLException | IOException | RuntimeException e) {
            tell(failing("the damaged store could not be set aside: " + Damage.explain(e)));
            return false;
        }
    }

    private StoreHealth recording() {
        return new StoreHealth.Recording(folder.folder().toString());
    }

    private StoreHealth failing(String reason) {
        return new StoreHealth.Failing(reason, lost.get());
    }

    private void tell(StoreHealth now) {
        if (health instanceof StoreHealth.Failing && now instanceof StoreHealth.Recording && lost.get() > 0)
            folder.tell("The store works again; " + lost.get() + " exchanges miss something.");
        boolean changed = !now.equals(health);
        health = now;
        if (changed) watcher.health(now);
    }

    /** Writes what is left, within some seconds. */
    @Override
    public void close() {
        closing.countDown();
        live.wake(true);
        try {
            if (!thread.join(Duration.ofSeconds(10))) thread.interrupt();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
