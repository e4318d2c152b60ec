package dev.sightglass.engine.server;

import dev.sightglass.engine.model.ResponseHead;
import dev.sightglass.engine.pipeline.ClientGone;
import dev.sightglass.engine.pipeline.Downstream;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;

/** The way back to a client over the server's connection. */
final class UndertowDownstream implements Downstream {
    /** How long a client may still send a refused body, so that it gets to read why. */
    private static final long LINGER_MILLIS = 1500;

    private final HttpServerExchange serverExchange;
    private final ClientWatch watch;
    private @Nullable StreamSinkChannel channel;
    private volatile boolean ended;

    UndertowDownstream(HttpServerExchange serverExchange, ClientWatch watch) {
        this.serverExchange = serverExchange;
        this.watch = watch;
    }

    @Override
    public void reply(ResponseHead head, byte[] body) throws ClientGone {
        // A body that was not read makes the connection useless: closed, and not after all of it has come.
        if (!serverExchange.isRequestComplete()) closeAfterwards();
        Heads.respond(serverExchange, head.status(), head.headers());
        serverExchange.setResponseContentLength(body.length);
        end(body);
    }

    @Override
    public void begin(ResponseHead head) {
        Heads.respond(serverExchange, head.status(), head.headers());
    }

    @Override
    public void send(byte[] bytes) throws ClientGone {
        write(bytes, true);
    }

    /**
     * Sends the last bytes, then lets the I/O thread end the answer: when another thread does, the I/O thread, woken by the next
     * request, spins until that thread gets a core again (Undertow's HttpReadListener), which took an eighth of all CPU time.
     */
    @Override
    public void end(byte[] bytes) throws ClientGone {
        watch.stop();
        // Flushing the last byte of a known length would end the answer here.
        write(bytes, false);
        StreamSinkChannel to = channel();
        ended = true;
        onIoThread(() -> close(to));
    }

    private void write(byte[] bytes, boolean flush) throws ClientGone {
        try {
            StreamSinkChannel to = channel();
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) if (to.write(left) == 0) to.awaitWritable();
            while (flush && !to.flush()) to.awaitWritable();
        } catch (IOException e) {
            throw new ClientGone(String.valueOf(e.getMessage()));
        }
    }

    /** True once the answer is sent and on its way to its end. */
    boolean ended() {
        return ended;
    }

    /** Ends whatever is left of the exchange. */
    void endExchange() {
        onIoThread(serverExchange::endExchange);
    }

    private StreamSinkChannel channel() throws ClientGone {
        if (channel == null) channel = serverExchange.getResponseChannel();
        if (channel == null) throw new ClientGone("The answer was ended before.");
        return channel;
    }

    private void close(StreamSinkChannel to) {
        try {
            to.shutdownWrites();
            if (to.flush()) return;
            to.getWriteSetter().set(ChannelListeners.flushingChannelListener(null, (_, _) -> closeConnection()));
            to.resumeWrites();
        } catch (IOException _) {
            closeConnection(); // the client left before the last byte
        }
    }

    private void onIoThread(Runnable work) {
        try {
            serverExchange.getIoThread().execute(work);
        } catch (RejectedExecutionException _) {
            closeConnection(); // the proxy is being stopped
        }
    }

    private void closeConnection() {
        IoUtils.safeClose(serverExchange.getConnection());
    }

    @Override
    public void abort() {
        watch.stop();
        closeConnection();
    }

    private void closeAfterwards() {
        serverExchange.setPersistent(false);
        serverExchange.getResponseHeaders().put(Headers.CONNECTION, "close");
        var connection = serverExchange.getConnection();
        try {
            serverExchange
                    .getIoThread()
                    .executeAfter(() -> IoUtils.safeClose(connection), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            // The proxy is being stopped: the server closes the connection by itself.
        }
    }
}
