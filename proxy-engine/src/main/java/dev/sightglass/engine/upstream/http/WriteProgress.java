package dev.sightglass.engine.upstream.http;

/** How a request's sending goes on: told by the thread that writes, looked at by another. */
final class WriteProgress {
    private static final long STALLED_NANOS = 1_000_000_000;

    private volatile boolean writing;
    private volatile long movedAt;
    private volatile long deadline;

    /** @param until of {@link System#nanoTime} */
    void begin(long until) {
        deadline = until;
        movedAt = System.nanoTime();
        writing = true;
    }

    void moved() {
        movedAt = System.nanoTime();
    }

    void end() {
        writing = false;
    }

    /** True when the other side has taken nothing for a while. */
    boolean stalled(long now) {
        return writing && now - movedAt > STALLED_NANOS;
    }

    /** True when it should have been over by now. */
    boolean overdue(long now) {
        return writing && now - deadline > 0;
    }
}
