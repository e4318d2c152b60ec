package dev.sightglass.engine.server;

import dev.sightglass.engine.settings.Limits;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;

/** Reads a request's body on the connection's I/O thread, without waiting; bounded in bytes and by a lowest rate. */
final class BodyReader {
    private static final int FIRST_BYTES = 64 << 10;
    /** A client that only says that much comes is not believed with memory. */
    private static final int MOST_BELIEVED = 1 << 20;

    private final HttpServerExchange serverExchange;
    private final Limits limits;
    private final Result result;
    private byte[] body;
    private int size;
    private int sizeAtCheck;
    private boolean done;
    private @Nullable BodySource source;
    private XnioExecutor.@Nullable Key rateCheck;

    /** How the reading went; called once, on the I/O thread. */
    interface Result {
        void read(byte[] body);

        /** The rest is still coming from {@code rest}. */
        void tooLarge(BodySource rest);

        /** The client left, or its framing is broken. */
        void broken(String how);

        void tooSlow();
    }

    BodyReader(HttpServerExchange serverExchange, Limits limits, Result result) {
        this.serverExchange = serverExchange;
        this.limits = limits;
        this.result = result;
        long declared = serverExchange.getRequestContentLength();
        this.body = new byte[(int) Math.min(declared < 0 ? FIRST_BYTES : declared, MOST_BELIEVED)];
    }

    void start() {
        BodySource from = BodySource.of(serverExchange);
        if (from == null) {
            finish(() -> result.broken("The request's body was taken already."));
            return;
        }
        source = from;
        drain(from);
        if (done) return;
        from.whenReadable(() -> drain(from));
        checkRateLater();
    }

    /** Ends the reading unless it has ended. On the I/O thread. */
    void cancel() {
        finish(() -> result.broken("the proxy was stopped"));
    }

    private void drain(BodySource from) {
        if (done) return;
        try (PooledByteBuffer pooled =
                serverExchange.getConnection().getByteBufferPool().allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            while (true) {
                buffer.clear();
                int read = from.read(buffer);
                if (read == 0) return;
                if (read < 0) {
                    byte[] whole = size == body.length ? body : Arrays.copyOf(body, size);
                    finish(() -> result.read(whole));
                    return;
                }
                buffer.flip();
                if (size + (long) read > limits.bodyBytes()) {
                    refuse(from);
                    return;
                }
                take(buffer, read);
            }
        } catch (IOException e) {
            finish(() -> result.broken(said(e)));
        }
    }

    /** The server's own errors have a code in front, which tells its users nothing. */
    private static String said(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.startsWith("UT0") ? "the client closed the connection before its end" : message;
    }

    private void take(ByteBuffer buffer, int read) {
        int needed = size + read;
        if (needed > body.length) {
            long declared = serverExchange.getRequestContentLength();
            long doubled = Math.min(body.length * 2L, declared < 0 ? Integer.MAX_VALUE - 8 : declared);
            body = Arrays.copyOf(body, (int) Math.max(needed, doubled));
        }
        buffer.get(body, size, read);
        size = needed;
    }

    private void checkRateLater() {
        long millis = limits.slowBody().toMillis();
        rateCheck = serverExchange.getIoThread().executeAfter(this::checkRate, millis, TimeUnit.MILLISECONDS);
    }

    private void checkRate() {
        if (done) return;
        long least = limits.slowBody().toSeconds() * limits.slowBodyBytes();
        if (size - sizeAtCheck < least) {
            finish(result::tooSlow);
        } else {
            sizeAtCheck = size;
            checkRateLater();
        }
    }

    private void refuse(BodySource from) {
        end();
        result.tooLarge(from);
    }

    private void finish(Runnable tell) {
        if (done) return;
        end();
        if (source != null) source.quiet();
        tell.run();
    }

    private void end() {
        done = true;
        if (rateCheck != null) rateCheck.remove();
    }
}
