package dev.sightglass.engine.upstream.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** What comes over a socket, read until a time and no longer. One thread. */
final class TimedInput extends InputStream {
    private final Socket socket;
    private final InputStream in;
    private long deadline;
    private long received;
    private boolean ended;

    TimedInput(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** @param until of {@link System#nanoTime} */
    void until(long until) {
        deadline = until;
    }

    /** Bytes that came so far. */
    long received() {
        return received;
    }

    /** True when the other side has said that nothing more comes. */
    boolean ended() {
        return ended;
    }

    /** @throws SocketTimeoutException when nothing comes in time; it can be asked again */
    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        long left = deadline - System.nanoTime();
        if (left <= 0) throw new SocketTimeoutException();
        socket.setSoTimeout(Math.clamp(left / 1_000_000, 1, Integer.MAX_VALUE));
        int read = in.read(into, from, length);
        if (read < 0) ended = true;
        else received += read;
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }
}
