package dev.sightglass.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All requests in the order of their arrival. Thread-safe. */
final class RequestLog {
    private final List<ReceivedRequest> requests = new ArrayList<>();

    synchronized void add(ReceivedRequest request) {
        requests.add(request);
        notifyAll();
    }

    synchronized List<ReceivedRequest> all() {
        return List.copyOf(requests);
    }

    synchronized void clear() {
        requests.clear();
    }

    /** @throws IllegalStateException when fewer have come within the limit */
    synchronized List<ReceivedRequest> await(int count, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (requests.size() < count) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException(
                        "only " + requests.size() + " of " + count + " requests arrived: " + requests);
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return List.copyOf(requests);
    }
}
