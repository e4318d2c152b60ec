package dev.sightglass.engine.server;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.channels.StreamSourceChannel;

/** Where a request's body comes from. Used on the connection's I/O thread; never waits. */
interface BodySource {
    /** That of a request; null when its body was taken already. */
    static @Nullable BodySource of(HttpServerExchange serverExchange) {
        if (serverExchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING))
            return new ChunkedSource(serverExchange);
        StreamSourceChannel channel = serverExchange.getRequestChannel();
        return channel == null ? null : new SizedSource(channel);
    }

    /** Like a channel's read: 0 when nothing is there yet, -1 at the body's end. */
    int read(ByteBuffer into) throws IOException;

    /** Runs the action whenever there may be bytes, until {@link #quiet}. */
    void whenReadable(Runnable action);

    /** No more calls: a connection that stays readable would else call for ever. */
    void quiet();
}
