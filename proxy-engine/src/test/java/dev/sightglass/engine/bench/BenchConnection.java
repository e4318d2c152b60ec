package dev.sightglass.engine.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One client that sends a request after the other on a connection of its own and times the answers. */
final class BenchConnection implements AutoCloseable {
    private final Socket socket;
    private final BufferedInputStream in;
    private final byte[] head;
    private byte[] piece = new byte[1 << 16];

    /** Times in ns: from the first byte sent to the first delta and to the answer's end; each delta from its being sent. */
    record Timed(long first, long total, List<Long> deltas) {}

    BenchConnection(int port, String head) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        this.head = head.getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws IOException also when the answer is not whole */
    Timed send(byte[] body, int expectedDeltas) throws IOException {
        long started = System.nanoTime();
        byte[] message = new byte[head.length + 12 + body.length];
        byte[] length = "%8d\r\n\r\n".formatted(body.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, message, 0, head.length);
        System.arraycopy(length, 0, message, head.length, 12);
        System.arraycopy(body, 0, message, head.length + 12, body.length);
        socket.getOutputStream().write(message);
        String answer = HttpHead.read(in);
        if (answer == null || !answer.startsWith("HTTP/1.1 200")) throw new IOException("Answered with " + answer);
        List<Long> deltas = new ArrayList<>(expectedDeltas);
        long rest = HttpHead.length(answer);
        long first = rest < 0 ? chunks(deltas) : whole(rest, deltas);
        long ended = System.nanoTime();
        if (deltas.size() != expectedDeltas)
            throw new IOException(deltas.size() + " deltas of " + expectedDeltas + " in an answer");
        return new Timed(first - started, ended - started, deltas);
    }

    private long whole(long length, List<Long> deltas) throws IOException {
        byte[] body = in.readNBytes((int) length);
        long now = System.nanoTime();
        stamps(body, body.length, now, deltas);
        return now;
    }

    private long chunks(List<Long> deltas) throws IOException {
        long first = 0;
        while (true) {
            int size = chunkSize();
            if (size > piece.length) piece = new byte[size];
            if (in.readNBytes(piece, 0, size) < size) throw new IOException("The answer ended early");
            long now = System.nanoTime();
            in.skipNBytes(2);
            if (size == 0) return first;
            stamps(piece, size, now, deltas);
            if (first == 0 && !deltas.isEmpty()) first = now;
        }
    }

    private int chunkSize() throws IOException {
        int size = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new IOException("The answer ended early");
            if (next != '\r') size = size * 16 + Character.digit(next, 16);
        }
        return size;
    }

    /** Each {@code t=NANOS;} in it is a delta that was sent then. */
    private static void stamps(byte[] bytes, int length, long now, List<Long> deltas) {
        for (int i = 0; i + 2 < length; i++) {
            if (bytes[i] != 't' || bytes[i + 1] != '=') continue;
            long sent = 0;
            int at = i + 2;
            while (at < length && bytes[at] >= '0' && bytes[at] <= '9') sent = sent * 10 + bytes[at++] - '0';
            if (at < length && bytes[at] == ';' && at > i + 6) deltas.add(now - sent);
            i = at;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
