package dev.sightglass.engine.server;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import org.xnio.IoUtils;

/**
 * Reads over what still comes of a refused body while the refusal is sent: a client that is sending reads an answer only if
 * nothing breaks meanwhile. Ends with the body, or when the connection is closed. On the connection's I/O thread.
 */
final class ReadOver {
    /** So many buffers in a row before other connections have their turn. */
    private static final int BUFFERS = 64;

    private final HttpServerExchange serverExchange;
    private final BodySource source;

    private ReadOver(HttpServerExchange serverExchange, BodySource source) {
        this.serverExchange = serverExchange;
        this.source = source;
    }

    static void start(HttpServerExchange serverExchange, BodySource source) {
        ReadOver reading = new ReadOver(serverExchange, source);
        source.whenReadable(reading::some);
        reading.some();
    }

    private void some() {
        try (PooledByteBuffer scratch =
                serverExchange.getConnection().getByteBufferPool().allocate()) {
            int read = 1;
            for (int i = 0; i < BUFFERS && read > 0; i++) {
                scratch.getBuffer().clear();
                read = source.read(scratch.getBuffer());
            }
            if (read < 0) source.quiet();
        } catch (IOException _) {
            IoUtils.safeClose(serverExchange.getConnection());
            source.quiet();
        }
    }
}
