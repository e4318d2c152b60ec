package dev.sightglass.engine.upstream.http;

import dev.sightglass.engine.model.ResponseHead;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One connection: requests go out and answers come in one after the other, on the thread that asks. Any thread may close it. */
final class HttpConnection {
    /** So much is written at a time; between, it is looked whether the answer is here already. */
    private static final int SLICE = 64 << 10;

    private static final int MOST_INTERIM = 8;

    private final Origin origin;
    private final Socket plain;
    private final OutputStream out;
    private final HttpInput in;
    private final boolean tls;
    private final WriteProgress progress = new WriteProgress();
    private boolean used;
    private boolean reusable = true;
    long idleSince;

    /** @param safe the same connection with TLS, or {@code plain} itself */
    HttpConnection(Origin origin, Socket plain, Socket safe) throws IOException {
        this.origin = origin;
        this.plain = plain;
        this.tls = safe != plain;
        this.out = safe.getOutputStream();
        this.in = new HttpInput(safe);
    }

    Origin origin() {
        return origin;
    }

    /** True once an answer came over it. */
    boolean used() {
        return used;
    }

    /** Bytes that came over it so far. */
    long received() {
        return in.received();
    }

    WriteProgress progress() {
        return progress;
    }

    /** An answer whose head is here. */
    record Answer(ResponseHead head, ResponseBody body) {}

    /**
     * Sends a request and waits for the answer's head. An answer that comes before all is sent ends the sending.
     *
     * @param deadline of {@link System#nanoTime}
     */
    Answer ask(byte[] head, byte[] body, long deadline) throws IOException {
        AnswerHeads.@Nullable Read read = null;
        try {
            read = send(head, body, deadline);
        } catch (IOException e) {
            reusable = false;
            read = saidBefore(e, deadline);
        }
        for (int interim = 0; read == null || read.interim(); interim++) {
            if (interim > MOST_INTERIM) throw new ProtocolException("nothing but interim answers comes");
            read = AnswerHeads.read(in, deadline);
        }
        ResponseBody answer = ResponseBody.of(read.head(), in);
        if (!read.persistent() || !answer.delimited() || closes(read.head())) reusable = false;
        used = true;
        return new Answer(read.head(), answer);
    }

    /** Whoever refuses a request may say why and close without reading all of it: that says more than the broken pipe. */
    private AnswerHeads.Read saidBefore(IOException broken, long deadline) throws IOException {
        try {
            return AnswerHeads.read(in, deadline);
        } catch (IOException e) {
            broken.addSuppressed(e);
            throw broken;
        }
    }

    private AnswerHeads.@Nullable Read send(byte[] head, byte[] body, long deadline) throws IOException {
        progress.begin(deadline);
        try {
            // Head and body begin in one write: two would be two packets.
            int first = Math.min(body.length, Math.max(0, SLICE - head.length));
            byte[] begin = Arrays.copyOf(head, head.length + first);
            System.arraycopy(body, 0, begin, head.length, first);
            out.write(begin);
            for (int at = first; at < body.length; at += SLICE) {
                progress.moved();
                AnswerHeads.Read early = early(deadline);
                if (early != null) return early;
                out.write(body, at, Math.min(SLICE, body.length - at));
            }
            return null;
        } finally {
            progress.end();
        }
    }

    /** An answer that is here before the request is sent; interim ones are read over. */
    private AnswerHeads.@Nullable Read early(long deadline) throws IOException {
        // Through TLS come other things than answers.
        if (tls || plain.getInputStream().available() == 0) return null;
        AnswerHeads.Read read = AnswerHeads.read(in, deadline);
        if (read.interim()) return null;
        reusable = false;
        return read;
    }

    private static boolean closes(ResponseHead head) {
        return head.headers().stream("connection")
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("close"))
                || head.headers().first("transfer-encoding").isPresent()
                        && head.headers().first("content-length").isPresent();
    }

    /** True when the answer was read to its end and another request may follow. */
    boolean reusable() {
        return reusable && in.available() == 0;
    }

    /** Ends a write that waits for the other side, so that what that side has said meanwhile can be read. */
    void endStalledWrite(long now) throws IOException {
        if (progress.overdue(now)) close();
        else if (!tls && progress.stalled(now) && plain.getInputStream().available() > 0) plain.shutdownOutput();
    }

    void close() {
        try {
            plain.close();
        } catch (IOException _) {
            // A socket that does not close is gone for us all the same.
        }
    }
}
