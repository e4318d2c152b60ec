package dev.sightglass.engine.upstream.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What comes over a connection, as much at once as is there. One thread. */
final class HttpInput {
    /** As a TLS record brings at most half as much, and a burst of events seldom more. */
    private static final int SIZE = 32 << 10;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private int at;
    private int end;
    private long received;

    HttpInput(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** Bytes that came over the connection so far. */
    long received() {
        return received;
    }

    /** Bytes that are here and not taken. */
    int available() {
        return end - at;
    }

    /**
     * Waits for bytes when none are here; false when there will be none.
     *
     * @throws SocketTimeoutException when none come in time; it can be asked again
     */
    boolean await(long nanos) throws IOException {
        if (at < end) return true;
        if (nanos <= 0) throw new SocketTimeoutException();
        socket.setSoTimeout((int) Math.clamp(nanos / 1_000_000, 1, Integer.MAX_VALUE));
        int read = in.read(buffer);
        at = 0;
        end = Math.max(0, read);
        received += end;
        return read > 0;
    }

    /** The next byte, which is here. */
    int read() {
        return buffer[at++] & 0xFF;
    }

    /** Takes so many bytes, which are here. */
    void take(int count, ByteArrayOutputStream into) {
        into.write(buffer, at, count);
        at += count;
    }

    /** So many bytes, which are here. */
    byte[] take(int count) {
        byte[] bytes = Arrays.copyOfRange(buffer, at, at + count);
        at += count;
        return bytes;
    }

    /**
     * A line without its end.
     *
     * @param deadline of {@link System#nanoTime}
     * @throws ProtocolException when it is longer than {@code most}
     */
    String line(int most, long deadline) throws IOException {
        ByteArrayOutputStream begun = null;
        while (true) {
            if (!await(deadline - System.nanoTime()))
                throw new EOFException("the connection ended before the answer's head was complete");
            int feed = at;
            while (feed < end && buffer[feed] != '\n') feed++;
            if ((begun == null ? 0 : begun.size()) + feed - at > most)
                throw new ProtocolException("the answer's head is too long");
            if (feed < end && begun == null) return ended(buffer, at, feed, feed + 1);
            if (begun == null) begun = new ByteArrayOutputStream();
            begun.write(buffer, at, feed - at);
            at = Math.min(end, feed + 1);
            if (feed < end) return ended(begun.toByteArray(), 0, begun.size(), at);
        }
    }

    private String ended(byte[] bytes, int from, int to, int next) {
        at = next;
        int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        return new String(bytes, from, end - from, StandardCharsets.ISO_8859_1);
    }
}
