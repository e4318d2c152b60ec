package dev.sightglass.engine.upstream.http;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.LaxConnPool;
import org.apache.hc.core5.pool.PoolEntry;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/** The connections of one client: those in use, and the idle ones that wait for a next request. Thread-safe. */
public final class Connections implements AutoCloseable {
    /** Servers close idle connections after a minute or more; ours are gone before. */
    private static final TimeValue KEPT = TimeValue.ofSeconds(30);

    private static final long LOOK_EVERY_NANOS = 1_000_000_000;

    private final Connector connector;
    /** Without a bound: an exchange never waits for another's connection. */
    private final LaxConnPool<Origin, HttpConnection> pool = new LaxConnPool<>(
            Integer.MAX_VALUE,
            TimeValue.NEG_ONE_MILLISECOND,
            PoolReusePolicy.LIFO,
            (connection, _) -> connection.closeAtOnce(),
            null);

    private final Set<HttpConnection> inUse = ConcurrentHashMap.newKeySet();
    private boolean closed;
    private @Nullable Thread caretaker;

    /** @param connect how long a connection may take until it is made */
    public Connections(Duration connect) {
        this(connect, null);
    }

    /** @param tls makes safe connections; null for the platform's own, made when the first one is needed */
    Connections(Duration connect, @Nullable SSLSocketFactory tls) {
        connector = new Connector(connect, tls);
    }

    /**
     * A place in the pool with an idle connection, or a new one.
     *
     * @param opened gets the socket of a new one before it is connected, so that another thread can close it
     */
    PoolEntry<Origin, HttpConnection> take(Origin origin, Consumer<Socket> opened) throws IOException {
        PoolEntry<Origin, HttpConnection> entry = pool.lease(origin, null).resultNow();
        boolean connected = entry.hasConnection();
        try {
            if (!connected) entry.assignConnection(connector.connect(origin, opened));
            connected = true;
        } finally {
            if (!connected) pool.release(entry, false);
        }
        care(entry.getConnection());
        return entry;
    }

    /** A connection whose answer was read to its end comes back. */
    synchronized void giveBack(PoolEntry<Origin, HttpConnection> entry) {
        HttpConnection connection = entry.getConnection();
        entry.updateExpiry(KEPT);
        pool.release(entry, !closed && connection.reusable());
        inUse.remove(connection);
    }

    /** A connection is of no use any more. */
    synchronized void discard(PoolEntry<Origin, HttpConnection> entry) {
        inUse.remove(entry.getConnection());
        pool.release(entry, false);
    }

    /** An idle connection was dead when it was used: others of its age will be as well. */
    void discardIdle(Origin origin) {
        pool.enumAvailable(entry -> {
            if (entry.getRoute().equals(origin)) entry.discardConnection(CloseMode.IMMEDIATE);
        });
    }

    /** Closes the idle connections now, and those in use when they come back. */
    @Override
    public synchronized void close() {
        closed = true;
        pool.enumAvailable(entry -> entry.discardConnection(CloseMode.IMMEDIATE));
    }

    /** Begins to look after the connections with the first one, and goes on as long as there are any. */
    private synchronized void care(HttpConnection connection) {
        inUse.add(connection);
        if (caretaker != null) return;
        caretaker = Thread.ofPlatform().daemon().name("sightglass-connections").start(this::lookAfterAll);
    }

    private void lookAfterAll() {
        while (goesOn()) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            long now = System.nanoTime();
            for (HttpConnection connection : inUse) {
                try {
                    connection.endStalledWrite(now);
                } catch (IOException _) {
                    connection.closeAtOnce(); // whoever writes on it is told by its own exception
                }
            }
            pool.closeExpired();
        }
    }

    /** False when there is nothing to look after any more; the next connection begins it anew. */
    private synchronized boolean goesOn() {
        if (!inUse.isEmpty() || pool.getTotalStats().getAvailable() > 0) return true;
        caretaker = null;
        return false;
    }
}
