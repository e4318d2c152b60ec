package dev.sightglass.app.feed;

import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.StoreHealth;
import dev.sightglass.engine.store.StoreListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the store's exchanges to the FX thread: what it holds at the start, and from then on the newest state of each one
 * that changes. However fast changes come, listeners are told at most ten times a second; the first change after a pause is
 * told at once. Idle, it costs nothing.
 */
public final class ExchangeFeed implements AutoCloseable {
    /** Drawing the table is what costs, so this bounds it; ten times a second still looks live. */
    static final Duration PACE = Duration.ofMillis(100);

    private static final int FIRST_PAGE = 500;
    private static final int PAGE = 10_000;

    private final ExchangeStore store;
    private final BackgroundTasks tasks;
    private final List<FeedListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<StoreHealth>> healthListeners = new CopyOnWriteArrayList<>();

    private final List<Consumer<String>> noticeListeners = new CopyOnWriteArrayList<>();

    private final Object lock = new Object();
    private TreeMap<ExchangeId, ExchangeSummary> changed = new TreeMap<>();
    private Set<ExchangeId> removed = new HashSet<>();
    private boolean scheduled;
    private long lastFlush = System.nanoTime() - PACE.toNanos();
    private ExchangeStore.@Nullable Subscription subscription;
    private BackgroundTasks.@Nullable Running following;

    public ExchangeFeed(ExchangeStore store, BackgroundTasks tasks) {
        this.store = store;
        this.tasks = tasks;
    }

    /** FX thread, before {@link #start}. */
    public void add(FeedListener listener) {
        listeners.add(listener);
    }

    /** Told of the store's health now and whenever it changes, on the FX thread. */
    public void addHealthListener(Consumer<StoreHealth> listener) {
        healthListeners.add(listener);
    }

    /** Told of what a person should know, such as a damaged store that was replaced, on the FX thread. */
    public void addNoticeListener(Consumer<String> listener) {
        noticeListeners.add(listener);
    }

    /** Passes on what a person should know of. Any thread. */
    public void tell(String notice) {
        tasks.onFxThread(() -> noticeListeners.forEach(listener -> listener.accept(notice)));
    }

    /** Begins to listen and loads what is there, the newest page first. FX thread, once. */
    public void start() {
        subscription = store.listen(new Door());
        tellHealth(store.health());
        tasks.run(() -> store.newest(FIRST_PAGE, null), this::firstPage, this::historyFailed);
        if (store.health() instanceof StoreHealth.ReadOnly) following = new Onlooker(store, tasks, new Door()).start();
    }

    @Override
    public void close() {
        if (following != null) following.cancel();
        ExchangeStore.Subscription open = subscription;
        if (open != null) open.close();
    }

    private void firstPage(List<ExchangeSummary> page) {
        listeners.forEach(listener -> listener.history(page));
        if (page.size() < FIRST_PAGE) return;
        tasks.run(() -> older(page.getLast().id()), this::rest, this::historyFailed);
    }

    private void rest(List<ExchangeSummary> older) {
        listeners.forEach(listener -> listener.history(older));
    }

    private List<ExchangeSummary> older(ExchangeId before) {
        List<ExchangeSummary> all = new ArrayList<>();
        ExchangeId last = before;
        while (true) {
            List<ExchangeSummary> page = store.newest(PAGE, last);
            all.addAll(page);
            if (page.size() < PAGE) return all;
            last = page.getLast().id();
        }
    }

    private void historyFailed(Exception failure) {
        tellHealth(new StoreHealth.Failing(Messages.text("store.history", String.valueOf(failure.getMessage())), 0));
    }

    private void tellHealth(StoreHealth health) {
        tasks.onFxThread(() -> healthListeners.forEach(listener -> listener.accept(health)));
    }

    /** Any thread. */
    private void schedule() {
        if (scheduled) return;
        scheduled = true;
        long wait = PACE.toNanos() - (System.nanoTime() - lastFlush);
        if (wait <= 0) tasks.onFxThread(this::flush);
        else
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, tasks::onFxThread)
                    .execute(this::flush);
    }

    private void flush() {
        List<ExchangeSummary> newest;
        Collection<ExchangeId> gone;
        synchronized (lock) {
            newest = List.copyOf(changed.values());
            gone = Set.copyOf(removed);
            changed = new TreeMap<>();
            removed = new HashSet<>();
            scheduled = false;
            lastFlush = System.nanoTime();
        }
        listeners.forEach(listener -> listener.changed(newest, gone));
    }

    /** What the store calls, on its writing thread. */
    private final class Door implements StoreListener {
        @Override
        public void saved(ExchangeSummary summary) {
            synchronized (lock) {
                removed.remove(summary.id());
                changed.put(summary.id(), summary);
                schedule();
            }
        }

        @Override
        public void removed(Collection<ExchangeId> ids) {
            synchronized (lock) {
                changed.keySet().removeAll(ids);
                removed.addAll(ids);
                schedule();
            }
        }

        @Override
        public void health(StoreHealth health) {
            tellHealth(health);
        }

        @Override
        public void notice(String notice) {
            tell(notice);
        }
    }
}
