package dev.sightglass.engine.upstream.http;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The connections of one client: those in use, and the idle ones that wait for a next request. Thread-safe. */
public final class Connections implements AutoCloseable {
    /** Servers close idle connections after a minute or more; ours are gone before. */
    private static final long KEPT_NANOS = 30_000_000_000L;

    private static final long LOOK_EVERY_NANOS = 1_000_000_000;

    private final Connector connector;
    private final Map<Origin, Deque<HttpConnection>> idle = new HashMap<>();
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
     * An idle connection, or a new one.
     *
     * @param opened gets the socket of a new one before it is connected, so that another thread can close it
     */
    HttpConnection take(Origin origin, Consumer<Socket> opened) throws IOException {
        HttpConnection known = idle(origin);
        HttpConnection connection = known == null ? connector.connect(origin, opened) : known;
        inUse.add(connection);
        care();
        return connection;
    }

    /** A connection whose answer was read to its end comes back. */
    void giveBack(HttpConnection connection) {
        inUse.remove(connection);
        synchronized (this) {
            if (!closed && connection.reusable()) {
                connection.idleSince = System.nanoTime();
                idle.computeIfAbsent(connection.origin(), _ -> new ArrayDeque<>())
                        .addLast(connection);
                return;
            }
        }
        connection.close();
    }

    /** A connection is of no use any more. */
    void discard(HttpConnection connection) {
        inUse.remove(connection);
        connection.close();
    }

    /** An idle connection was dead when it was used: others of its age will be as well. */
    void discardIdle(Origin origin) {
        Deque<HttpConnection> stale;
        synchronized (this) {
            stale = idle.remove(origin);
        }
        if (stale != null) stale.forEach(HttpConnection::close);
    }

    /** Closes the idle connections now, and those in use when they come back. */
    @Override
    public void close() {
        List<HttpConnection> all = new ArrayList<>();
        synchronized (this) {
            closed = true;
            idle.values().forEach(all::addAll);
            idle.clear();
        }
        all.forEach(HttpConnection::close);
    }

    private synchronized @Nullable HttpConnection idle(Origin origin) {
        Deque<HttpConnection> waiting = idle.get(origin);
        return waiting == null ? null : waiting.pollLast();
    }

    /** Begins to look after the connections with the first one, and goes on as long as there are any. */
    private synchronized void care() {
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
                    connection.close(); // whoever writes on it is told by its own exception
                }
            }
            dropOld(now);
        }
    }

    /** False when there is nothing to look after any more; the next connection begins it anew. */
    private synchronized boolean goesOn() {
        if (!inUse.isEmpty() || !idle.isEmpty()) return true;
        caretaker = null;
        return false;
    }

    private void dropOld(long now) {
        List<HttpConnection> old = new ArrayList<>();
        synchronized (this) {
            for (Deque<HttpConnection> waiting : idle.values())
                while (!waiting.isEmpty() && now - waiting.peekFirst().idleSince > KEPT_NANOS)
                    old.add(waiting.removeFirst());
            idle.values().removeIf(Deque::isEmpty);
        }
        old.forEach(HttpConnection::close);
    }
}
