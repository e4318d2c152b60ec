package dev.sightglass.engine.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Some threads, each with a connection of its own, that share the work of one search. */
final class SearchCrew {
    /** More would read the same pages at the same time, and leave nothing to the traffic. */
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final Questions questions;
    private volatile boolean stopped;

    SearchCrew(Questions questions) {
        this.questions = questions;
    }

    /** Works on items one after the other; made once for each thread. */
    interface Worker<T, R> {
        void work(T item, Consumer<R> result) throws SQLException;
    }

    /** Gives a thread its worker. */
    interface Hiring<T, R> {
        Worker<T, R> hire(Session session) throws SQLException;
    }

    /** A result, or null for a thread that is done; {@code failure} says why it is, when it should not be. */
    private record News<R>(@Nullable R result, @Nullable RuntimeException failure) {}

    /** Someone wants no more results. */
    boolean stopped() {
        return stopped;
    }

    void stop() {
        stopped = true;
    }

    /** The first and the last by turns: what is looked for is most often new, or only in what is old. */
    static <T> List<T> fromBothEnds(List<T> items) {
        List<T> mixed = new ArrayList<>();
        for (int first = 0, last = items.size() - 1; first <= last; first++, last--) {
            mixed.add(items.get(first));
            if (last > first) mixed.add(items.get(last));
        }
        return mixed;
    }

    /**
     * Works on all items, the first ones first, and hands each result to {@code results} on the calling thread as soon as it
     * comes. An interrupt ends the work early and stays set.
     */
    <T, R> void each(List<T> items, Hiring<T, R> hiring, Consumer<? super R> results) {
        BlockingQueue<News<R>> news = new LinkedBlockingQueue<>();
        AtomicInteger next = new AtomicInteger();
        int threads = Math.min(THREADS, items.size());
        for (int i = 0; i < threads; i++)
            Thread.ofPlatform().daemon().name("store-search-" + i).start(() -> run(items, next, hiring, news));
        List<RuntimeException> failures = new ArrayList<>();
        boolean interrupted = false;
        while (threads > 0) {
            try {
                News<R> one = news.take();
                if (one.result == null) threads--;
                else if (!stopped) results.accept(one.result);
                if (one.failure != null) failures.add(one.failure);
            } catch (InterruptedException _) {
                interrupted = true;
                stop();
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        if (!failures.isEmpty()) throw failures.getFirst();
    }

    private <T, R> void run(List<T> items, AtomicInteger next, Hiring<T, R> hiring, BlockingQueue<News<R>> news) {
        @Nullable RuntimeException failure = new IllegalStateException("A search ended before its end.");
        try {
            questions.ask(session -> session.unchanging(() -> {
                Worker<T, R> worker = hiring.hire(session);
                for (int i = next.getAndIncrement(); i < items.size() && !stopped; i = next.getAndIncrement())
                    worker.work(items.get(i), result -> news.add(new News<>(result, null)));
                return true;
            }));
            failure = null;
        } catch (RuntimeException e) {
            stop();
            failure = e;
        } finally {
            news.add(new News<>(null, failure));
        }
    }
}
