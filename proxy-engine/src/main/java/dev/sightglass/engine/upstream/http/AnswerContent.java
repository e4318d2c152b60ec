package dev.sightglass.engine.upstream.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.jspecify.annotations.Nullable;

/** The body of an answer, taken piece by piece. One thread. */
final class AnswerContent {
    private static final int MOST = 64 << 10;

    /** So long it waits for the rest of a chunk's frame that has begun to come. */
    private static final long FRAME_NANOS = 1_000_000;

    /** The end of a chunk, which the library takes with the next one's beginning. */
    private static final int CHUNK_END = 2;

    private final HttpConnection connection;
    private final InputStream content;
    private byte[] piece = new byte[32 << 10];
    private @Nullable IOException later;
    private boolean over;

    AnswerContent(HttpConnection connection, InputStream content) {
        this.connection = connection;
        this.content = content;
    }

    /**
     * The next bytes, all that are there; null at the body's end.
     *
     * @throws SocketTimeoutException when none come in time; it can be asked again
     * @throws IOException when the body broke off
     */
    byte @Nullable [] next(long nanos) throws IOException {
        if (later != null) throw later;
        if (over) return null;
        int length = read(0, nanos);
        if (length < 0) return null;
        while (connection.chunked() && connection.waiting() > CHUNK_END && length < MOST && !over) {
            try {
                length += Math.max(0, read(length, FRAME_NANOS));
            } catch (SocketTimeoutException _) {
                break;
            } catch (IOException e) {
                // First what came, then how it broke off.
                later = e;
                break;
            }
        }
        return Arrays.copyOf(piece, length);
    }

    private int read(int from, long nanos) throws IOException {
        if (piece.length - from < piece.length / 4 || piece.length < connection.waiting())
            piece = Arrays.copyOf(piece, Math.max(piece.length * 2, connection.waiting()));
        connection.until(System.nanoTime() + nanos);
        try {
            int read = content.read(piece, from, piece.length - from);
            over = read < 0;
            return read;
        } catch (SocketTimeoutException e) {
            connection.interrupted();
            throw e;
        } catch (ConnectionClosedException | MalformedChunkCodingException _) {
            if (connection.ended()) throw new EOFException("the connection ended before the answer was complete");
            throw new ProtocolException("a chunk of the answer is not framed as HTTP/1.1 demands");
        }
    }
}
