package dev.sightglass.engine.server;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.XnioIoThread;

/**
 * Notices that the client has left while its answer is awaited or under way. The server reads nothing from a connection while
 * an exchange runs on it, so a close stays unseen until something is written; this looks every now and then, on the
 * connection's own I/O thread. Bytes of a next request, should there be any, are pushed back.
 *
 * <p>It must be stopped before the answer's last byte is written: a look after that would take the next request's bytes away
 * from the server.
 */
final class ClientWatch {
    private final HttpServerConnection connection;
    private final XnioIoThread thread;
    private final Duration interval;
    private final Runnable gone;
    private boolean stopped;

    ClientWatch(HttpServerExchange serverExchange, Duration interval, Runnable gone) {
        this.connection = (HttpServerConnection) serverExchange.getConnection();
        this.thread = connection.getIoThread();
        this.interval = interval;
        this.gone = gone;
    }

    void start() {
        thread.executeAfter(this::look, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks no more; when this returns, no look is under way. */
    synchronized void stop() {
        stopped = true;
    }

    private synchronized void look() {
        // With pipelined bytes waiting, a read would bring later bytes before earlier ones.
        if (stopped || connection.getExtraBytes() != null) return;
        PooledByteBuffer buffer = connection.getByteBufferPool().allocate();
        boolean keep = false;
        try {
            int read = connection.getOriginalSourceConduit().read(buffer.getBuffer());
            if (read < 0) {
                leave();
            } else if (read > 0) {
                buffer.getBuffer().flip();
                connection.ungetRequestBytes(buffer);
                keep = true;
            } else {
                start();
            }
        } catch (IOException _) {
            leave(); // a reset connection cannot be read: the client is gone as well
        } finally {
            if (!keep) buffer.close();
        }
    }

    private void leave() {
        stopped = true;
        gone.run();
    }
}
