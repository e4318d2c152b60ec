package dev.sightglass.engine.upstream;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows whether a request will go out on a connection used before. The HTTP client does not tell; but a connection whose
 * answer was read to its end waits in its pool for 30 s, and the next request to the same place takes it.
 */
final class IdleConnections {
    /** The HTTP client's own keep-alive time, {@code jdk.httpclient.keepalive.timeout}. */
    private static final long KEPT_NANOS = 30_000_000_000L;

    private final Map<String, Deque<Long>> since = new HashMap<>();

    /** A connection has become free. */
    synchronized void put(URI uri) {
        since.computeIfAbsent(key(uri), _ -> new ArrayDeque<>()).addLast(System.nanoTime());
    }

    /** A request goes out: true when there was a free connection for it. */
    synchronized boolean take(URI uri) {
        Deque<Long> free = since.get(key(uri));
        if (free == null) return false;
        while (!free.isEmpty() && System.nanoTime() - free.peekFirst() > KEPT_NANOS) free.removeFirst();
        return free.pollLast() != null;
    }

    private static String key(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
