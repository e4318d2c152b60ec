package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.ExchangeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is not written yet, between the recorder and the writing thread: bounded, and read before the database. */
final class LiveExchanges {
    /** More than this waits for the disk, or is lost while the disk fails. */
    static final long MOST_BYTES = 64L << 20;

    private final NavigableMap<ExchangeId, LiveExchange> exchanges = new ConcurrentSkipListMap<>();
    private final AtomicLong held = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean work;
    private boolean hurry;

    /** Does something to an exchange, which stays here until that is written. */
    <T> T with(ExchangeId id, Function<LiveExchange, T> change) {
        LiveExchange live = exchanges.computeIfAbsent(id, LiveExchange::new);
        T result = change.apply(live);
        exchanges.putIfAbsent(id, live);
        return result;
    }

    @Nullable
    LiveExchange find(ExchangeId id) {
        return exchanges.get(id);
    }

    /** Newest first. */
    List<LiveExchange> newestFirst() {
        return new ArrayList<>(exchanges.descendingMap().values());
    }

    List<LiveExchange> dirty() {
        return exchanges.values().stream().filter(LiveExchange::dirty).toList();
    }

    void forgetDone() {
        exchanges.values().removeIf(LiveExchange::done);
    }

    void forget(ExchangeId id) {
        LiveExchange gone = exchanges.remove(id);
        if (gone != null) grew(-gone.held());
    }

    /** Nothing is in the database any more: all that is here is to be written again. */
    void writeAgain() {
        exchanges.values().forEach(LiveExchange::writeAgain);
        wake(true);
    }

    void grew(long bytes) {
        held.addAndGet(bytes);
    }

    boolean full() {
        return held.get() >= MOST_BYTES;
    }

    /** Tells the writing thread that there is something to do. */
    void wake(boolean atOnce) {
        lock.lock();
        try {
            work = true;
            hurry |= atOnce;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work, then for some more of it, but not in a hurry. */
    void awaitWork(Duration gather) throws InterruptedException {
        lock.lock();
        try {
            while (!work) changed.await();
            long left = gather.toNanos();
            while (!hurry && left > 0 && !full()) left = changed.awaitNanos(left);
            work = false;
            hurry = false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is written or fails, or a while has passed. */
    @SuppressWarnings("WaitNotInLoop") // whoever calls looks again
    void awaitProgress() {
        lock.lock();
        try {
            changed.await(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    void progress() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
