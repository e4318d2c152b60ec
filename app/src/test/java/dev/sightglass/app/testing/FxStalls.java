package dev.sightglass.app.testing;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/** Measures how long the FX thread keeps others waiting: a question every millisecond, and the longest wait for an answer. */
public final class FxStalls implements AutoCloseable {
    private final AtomicLong longest = new AtomicLong();
    private final AtomicLong over = new AtomicLong();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Thread asker = new Thread(this::ask, "fx-stalls");
    private volatile boolean closed;

    private FxStalls() {
        asker.setDaemon(true);
    }

    /** Starts to measure. */
    public static FxStalls start() {
        FxStalls stalls = new FxStalls();
        stalls.asker.start();
        return stalls;
    }

    private void ask() {
        while (!closed) {
            if (waiting.compareAndSet(false, true)) {
                long asked = System.nanoTime();
                Platform.runLater(() -> answered(System.nanoTime() - asked));
            }
            java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        }
    }

    private void answered(long waited) {
        longest.accumulateAndGet(waited, Math::max);
        if (waited > 16_000_000) over.incrementAndGet();
        waiting.set(false);
    }

    /** The longest wait so far in milliseconds; starts anew. */
    public double takeLongest() {
        over.set(0);
        return longest.getAndSet(0) / 1e6;
    }

    /** Waits of more than 16 ms since the last {@link #takeLongest}. */
    public long overAFrame() {
        return over.get();
    }

    @Override
    public void close() {
        closed = true;
    }
}
