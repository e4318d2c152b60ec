package dev.sightglass.simulator.wire;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Notices at once that the client has closed or reset the connection, also while nothing is written to it. One watch lives
 * from the end of a request's body to the next request's first byte and is the only reader of the socket in between.
 */
public final class ClientWatch {
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final CountDownLatch nextByte = new CountDownLatch(1);
    private volatile boolean closedByUs;
    private volatile boolean answerEnded;
    private volatile @Nullable Instant goneAt;

    /**
     * When the client left in the middle of its exchange; empty while it is there, when it closed the connection after a whole
     * answer, and when the simulator itself ended the connection.
     */
    public Optional<Instant> goneAt() {
        return Optional.ofNullable(goneAt);
    }

    /** Waits up to {@code limit}; true as soon as the client is gone. */
    public boolean awaitGone(Duration limit) throws InterruptedException {
        try {
            gone.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("never completed with a failure", e);
        }
    }

    void awaitGoneOr(CompletableFuture<Void> event) throws InterruptedException {
        try {
            CompletableFuture.anyOf(gone, event).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the awaited event has failed", e);
        }
    }

    void run(PushbackInputStream in) {
        try {
            int next = in.read();
            if (next < 0) {
                markGone();
            } else {
                in.unread(next);
            }
        } catch (IOException e) {
            markGone();
        } finally {
            nextByte.countDown();
        }
    }

    /** From now on the end of the connection is the simulator's own doing. */
    void closedByUs() {
        closedByUs = true;
    }

    /** The answer is whole: a client that closes the connection from now on does not leave anything. */
    void answerEnded() {
        answerEnded = true;
    }

    boolean isGone() {
        return gone.isDone();
    }

    /** Blocks until the next request begins; false when the connection ended instead. */
    boolean awaitNextRequest() throws InterruptedException {
        nextByte.await();
        return !isGone();
    }

    private void markGone() {
        if (!closedByUs && !answerEnded) {
            goneAt = Instant.now();
        }
        gone.complete(null);
    }
}
