package dev.sightglass.app.feed;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Work off the FX thread, its result on it. With {@link ExchangeFeed} the only place that hands anything to the FX thread.
 */
public final class BackgroundTasks implements AutoCloseable {
    private final ExecutorService workers;
    private final Executor fxThread;

    /** {@code fxThread} runs what is given to it on the thread that views live on. */
    public BackgroundTasks(ExecutorService workers, Executor fxThread) {
        this.workers = workers;
        this.fxThread = fxThread;
    }

    /** Tasks on virtual threads, results on JavaFX's thread. */
    public static BackgroundTasks start() {
        return new BackgroundTasks(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("task-", 1).factory()),
                Platform::runLater);
    }

    /**
     * Starts {@code work} in the background. Then, on the FX thread, exactly one of {@code onResult} and {@code onFailure} is
     * called, or none when the task was cancelled before or the window is closed. May be called from any thread.
     */
    public <T> Running run(Callable<T> work, Consumer<? super T> onResult, Consumer<? super Exception> onFailure) {
        Task<T> task = new Task<>(work, onResult, onFailure);
        try {
            task.future = workers.submit(task);
        } catch (RejectedExecutionException _) {
            // Closed: a view that is still being taken apart may ask for something, and nobody will look at it.
            task.cancelled = true;
        }
        return task;
    }

    /** Runs {@code action} on the FX thread, soon. May be called from any thread. */
    public void onFxThread(Runnable action) {
        fxThread.execute(action);
    }

    /** Runs {@code action} on the FX thread again and again, first after one {@code pace}, until cancelled. */
    public Running repeat(Duration pace, Runnable action) {
        Repetition repetition = new Repetition(pace, action);
        repetition.next();
        return repetition;
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** A started task. */
    public interface Running {
        /** Interrupts the work and forgets its result. FX thread only, so that no result can come after it. */
        void cancel();
    }

    private final class Task<T> implements Running, Runnable {
        private final Callable<T> work;
        private final Consumer<? super T> onResult;
        private final Consumer<? super Exception> onFailure;
        private volatile boolean cancelled;
        private volatile @Nullable Future<?> future;

        Task(Callable<T> work, Consumer<? super T> onResult, Consumer<? super Exception> onFailure) {
            this.work = work;
            this.onResult = onResult;
            this.onFailure = onFailure;
        }

        @Override
        public void run() {
            try {
                T result = work.call();
                deliver(() -> onResult.accept(result));
            } catch (Exception failure) {
                deliver(() -> onFailure.accept(failure));
            }
        }

        private void deliver(Runnable outcome) {
            if (cancelled) return;
            fxThread.execute(() -> {
                if (!cancelled) outcome.run();
            });
        }

        @Override
        public void cancel() {
            cancelled = true;
            Future<?> started = future;
            if (started != null) started.cancel(true);
        }
    }

    private final class Repetition implements Running {
        private final Executor later;
        /** Null once cancelled: the clock holds on to this until the next time, and what is over should be free before. */
        private @Nullable Runnable action;

        Repetition(Duration pace, Runnable action) {
            this.later = CompletableFuture.delayedExecutor(pace.toMillis(), TimeUnit.MILLISECONDS, fxThread);
            this.action = action;
        }

        void next() {
            later.execute(() -> {
                Runnable wanted = action;
                if (wanted == null || workers.isShutdown()) return;
                wanted.run();
                next();
            });
        }

        @Override
        public void cancel() {
            action = null;
        }
    }
}
