package dev.sightglass.engine.upstream.http;

import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.pool.PoolEntry;
import org.jspecify.annotations.Nullable;

/** One request and its answer. One thread asks and takes the answer; any thread may cancel. */
public final class HttpCall {
    private final Connections connections;
    private final Origin origin;
    private final ClassicHttpRequest head;
    private final byte[] body;
    private @Nullable PoolEntry<Origin, HttpConnection> entry;
    private HttpConnection.@Nullable Answer answer;
    private @Nullable Socket opening;
    private boolean cancelled;
    private boolean stale;

    /** @throws IllegalArgumentException when a header or the URL cannot be sent; the message says which */
    public HttpCall(Connections connections, RequestHead head, byte[] body) {
        URI uri = URI.create(head.uri());
        this.connections = connections;
        this.origin = Origin.of(uri);
        this.head = RequestHeads.of(head, uri, origin, body.length);
        this.body = body;
    }

    /**
     * Sends the request and waits for the answer's head.
     *
     * @throws SocketTimeoutException when it does not come in time
     * @throws ConnectFailed when the upstream cannot be reached
     */
    public ResponseHead ask(Duration wait) throws IOException {
        long deadline = System.nanoTime() + wait.toNanos();
        PoolEntry<Origin, HttpConnection> lent = connections.take(origin, this::opened);
        HttpConnection taken = lent.getConnection();
        keep(lent);
        boolean reused = taken.used();
        long before = taken.received();
        try {
            HttpConnection.Answer given = taken.ask(head, body, deadline);
            answer = given;
            return given.head();
        } catch (IOException e) {
            stale = reused && taken.received() == before && !(e instanceof SocketTimeoutException);
            if (stale) connections.discardIdle(origin);
            cancel();
            throw e;
        }
    }

    /** True when the request failed on a connection used before, and nothing at all came back: it may be sent once more. */
    public boolean stale() {
        return stale;
    }

    /**
     * The next bytes of the body, all that are there; null at its end, after which the connection serves others.
     *
     * @throws SocketTimeoutException when none come in time; it can be asked again
     */
    public byte @Nullable [] next(Duration wait) throws IOException {
        HttpConnection.Answer given = answer;
        if (given == null) throw new IllegalStateException("nothing was asked");
        byte[] piece = given.content().next(wait.toNanos());
        if (piece != null) return piece;
        PoolEntry<Origin, HttpConnection> free;
        synchronized (this) {
            free = entry;
            entry = null;
        }
        if (free != null) connections.giveBack(free);
        return null;
    }

    /** Gives up: the connection is closed at once, and whoever waits on it is told by an exception. Does nothing after the end. */
    public void cancel() {
        PoolEntry<Origin, HttpConnection> open;
        Socket half;
        synchronized (this) {
            cancelled = true;
            open = entry;
            half = opening;
            entry = null;
            opening = null;
        }
        if (open != null) connections.discard(open);
        else if (half != null) close(half);
    }

    private synchronized void opened(Socket socket) {
        opening = socket;
        if (cancelled) close(socket);
    }

    private void keep(PoolEntry<Origin, HttpConnection> taken) throws SocketException {
        synchronized (this) {
            entry = taken;
            opening = null;
            if (!cancelled) return;
        }
        connections.discard(taken);
        // Told like a connection that was closed: it would be, a moment later.
        throw new SocketException("the request was cancelled");
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // A socket that does not close is gone for us all the same.
        }
    }
}
