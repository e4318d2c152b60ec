package dev.sightglass.simulator.wire;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One request and its answer on the wire. Used by one thread: the body is read first, which also starts the watch for a
 * client that leaves, then the answer is written. Every write is flushed.
 */
public final class WireExchange {
    private static final int DRIBBLE = 8;

    private final RequestHead head;
    private final Socket socket;
    private final PushbackInputStream in;
    private final OutputStream out;
    private final ClientWatch watch = new ClientWatch();
    private Duration dribble = Duration.ZERO;
    private boolean bodyRead;
    private boolean ended;
    private boolean reusable = true;
    private BodyFraming framing = new BodyFraming.Fixed(0);

    WireExchange(RequestHead head, Socket socket, PushbackInputStream in, OutputStream out) {
        this.head = head;
        this.socket = socket;
        this.in = in;
        this.out = new BufferedOutputStream(out, 16 * 1024);
    }

    public RequestHead head() {
        return head;
    }

    /** The watch on the client; it sees something only after the body has been read. */
    public ClientWatch client() {
        return watch;
    }

    /** Reads the request's body to its end, after the interim answer that the client may have asked for. */
    public byte[] readBody() throws IOException {
        if (head.header("Expect").filter("100-continue"::equalsIgnoreCase).isPresent()) {
            raw("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        byte[] body = new RequestReader(in).readBody(head);
        bodyRead = true;
        Thread.ofVirtual().name("simulator-watch").start(() -> watch.run(in));
        return body;
    }

    /** Writes the status line and the headers. */
    public void sendHead(int status, List<Header> headers, BodyFraming bodyFraming)
            throws IOException, InterruptedException {
        framing = bodyFraming;
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " " + StatusText.of(status) + "\r\n");
        headers.forEach(header -> append(text, header));
        bodyFraming.headers().forEach(header -> append(text, header));
        byte[] bytes = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        if (dribble.isZero()) {
            raw(bytes);
            return;
        }
        for (int at = 0; at < bytes.length; at += DRIBBLE) {
            pause(dribble);
            raw(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + DRIBBLE)));
        }
    }

    /** Lets the bytes of the head come in pieces of eight, each after a pause. */
    public void dribbleHead(Duration between) {
        dribble = between;
    }

    /** Writes a piece of the body: one chunk when the body is chunked. An empty piece is skipped. */
    public void write(byte[] piece) throws IOException {
        if (piece.length == 0) {
            return;
        }
        if (framing instanceof BodyFraming.Chunked chunked) {
            ByteArrayOutputStream chunk = new ByteArrayOutputStream(piece.length + 16);
            chunk.writeBytes((Integer.toHexString(piece.length) + chunked.extension() + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            chunk.writeBytes(piece);
            chunk.writeBytes(new byte[] {'\r', '\n'});
            raw(chunk.toByteArray());
        } else {
            raw(piece);
        }
    }

    /** Ends the body; the connection stays usable. */
    public void finish() throws IOException {
        watch.answerEnded();
        if (framing instanceof BodyFraming.Chunked chunked) {
            raw(chunked.end().getBytes(StandardCharsets.US_ASCII));
        }
        ended = true;
    }

    /** Writes bytes as they are, around all framing. */
    public void raw(byte[] bytes) throws IOException {
        if (watch.isGone()) {
            throw new ClientGone();
        }
        out.write(bytes);
        out.flush();
    }

    /** Waits, unless the client leaves before. */
    public void pause(Duration duration) throws IOException, InterruptedException {
        if (!duration.isZero() && watch.awaitGone(duration)) {
            throw new ClientGone();
        }
    }

    /** Waits for something to happen, unless the client leaves before. */
    public void waitFor(CompletableFuture<Void> event) throws IOException, InterruptedException {
        watch.awaitGoneOr(event);
        if (watch.isGone()) {
            throw new ClientGone();
        }
    }

    /** The connection is closed after this answer, without having said so before. */
    public void closeAfterwards() {
        reusable = false;
    }

    /** Closes the connection with a FIN, whatever was promised. */
    public void close() throws IOException {
        reusable = false;
        watch.closedByUs();
        socket.close();
    }

    /** Closes the connection with an RST. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        close();
    }

    /** Blocks until the next request on this connection begins; false when there will be none. */
    boolean awaitNext() throws InterruptedException {
        boolean closing =
                head.header("Connection").filter("close"::equalsIgnoreCase).isPresent();
        if (!reusable || !bodyRead || !ended || closing) {
            watch.closedByUs();
            return false;
        }
        return watch.awaitNextRequest();
    }

    private static void append(StringBuilder text, Header header) {
        text.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
}
