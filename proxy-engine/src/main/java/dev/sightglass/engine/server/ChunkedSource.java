package dev.sightglass.engine.server;

import io.undertow.conduits.ReadDataStreamSourceConduit;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * A body in chunks, read from the connection itself: the server's own reader takes sizes such as {@code 2_0} or {@code 2zz}
 * for numbers, and so could be led to see another request than whoever sent it here.
 */
final class ChunkedSource implements BodySource {
    private final HttpServerExchange serverExchange;
    private final HttpServerConnection connection;
    private final StreamSourceConduit raw;
    private final ConduitStreamSourceChannel channel;
    private final ChunkParser parser = new ChunkParser();
    private @Nullable PooledByteBuffer rest;

    ChunkedSource(HttpServerExchange serverExchange) {
        this.serverExchange = serverExchange;
        this.connection = (HttpServerConnection) serverExchange.getConnection();
        this.raw = new ReadDataStreamSourceConduit(connection.getOriginalSourceConduit(), connection);
        this.channel = connection.getChannel().getSourceChannel();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (parser.atEnd()) return -1;
        int before = into.position();
        while (into.position() == before) {
            PooledByteBuffer buffer = filled();
            if (buffer == null) return 0;
            parse(buffer, into);
            if (parser.atEnd()) {
                complete();
                int read = into.position() - before;
                return read == 0 ? -1 : read;
            }
        }
        return into.position() - before;
    }

    @Override
    public void whenReadable(Runnable action) {
        channel.setReadListener(_ -> action.run());
        channel.resumeReads();
    }

    @Override
    public void quiet() {
        channel.setReadListener(null);
        channel.suspendReads();
        free();
        if (parser.atEnd()) return;
        // What is left in the middle of a chunk cannot be read over by the server: it closes after the answer.
        serverExchange.setPersistent(false);
        Connectors.terminateRequest(serverExchange);
    }

    /** Bytes of the connection, or null when none are there now. */
    private @Nullable PooledByteBuffer filled() throws IOException {
        if (rest != null) return rest;
        PooledByteBuffer buffer = connection.getByteBufferPool().allocate();
        boolean keep = false;
        try {
            int read = raw.read(buffer.getBuffer());
            if (read < 0) throw new EOFException("the connection ended in the middle of a chunk");
            if (read == 0) return null;
            buffer.getBuffer().flip();
            keep = true;
            rest = buffer;
            return buffer;
        } finally {
            if (!keep) buffer.close();
        }
    }

    private void parse(PooledByteBuffer buffer, ByteBuffer into) throws IOException {
        parser.parse(buffer.getBuffer(), into);
        if (!buffer.getBuffer().hasRemaining()) free();
    }

    /** Hands what follows the body back to the server: it belongs to the next request. */
    private void complete() {
        PooledByteBuffer following = rest;
        rest = null;
        if (following != null) connection.ungetRequestBytes(following);
        Connectors.terminateRequest(serverExchange);
    }

    private void free() {
        PooledByteBuffer buffer = rest;
        rest = null;
        if (buffer != null) buffer.close();
    }
}
