package dev.sightglass.engine.server;

import dev.sightglass.engine.pipeline.Cancellation;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The exchanges that run now, so that a stop can wait for them and then end them. Thread-safe. */
final class RunningExchanges {
    /** How long exchanges may take to say their last word once they were told to end. */
    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    private final Set<Cancellation> running = new HashSet<>();
    private boolean draining;

    synchronized void add(Cancellation exchange) {
        running.add(exchange);
    }

    synchronized void remove(Cancellation exchange) {
        running.remove(exchange);
        notifyAll();
    }

    /** True once no new exchange is to begin. */
    synchronized boolean draining() {
        return draining;
    }

    /** Lets nothing begin any more; waits for what runs, then ends it and waits for that. */
    void drain(Duration grace) {
        synchronized (this) {
            draining = true;
        }
        awaitNone(grace);
        Set<Cancellation> left;
        synchronized (this) {
            left = Set.copyOf(running);
        }
        left.forEach(exchange -> exchange.cancel(Cancellation.Reason.SHUTDOWN));
        awaitNone(LAST_WORD);
    }

    private synchronized void awaitNone(Duration most) {
        long until = System.nanoTime() + most.toNanos();
        try {
            for (long left = most.toNanos(); left > 0 && !running.isEmpty(); left = until - System.nanoTime())
                wait(Math.max(1, left / 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
