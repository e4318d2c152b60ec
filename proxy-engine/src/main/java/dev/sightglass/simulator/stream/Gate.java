package dev.sightglass.simulator.stream;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A place in an answer where the simulator waits until a test lets it go on. Thread-safe. */
public final class Gate {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CompletableFuture<Void> opened = new CompletableFuture<>();

    /** Lets the answer go on, now or when it arrives. */
    public void open() {
        opened.complete(null);
    }

    /** Waits until the answer has come to this place; false when it has not within the limit. */
    public boolean awaitReached(Duration limit) throws InterruptedException {
        return reached.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Marks this place as reached; the answer goes on when the returned future is done. */
    public CompletableFuture<Void> arrive() {
        reached.countDown();
        return opened;
    }
}
