package dev.sightglass.engine.upstream.http;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ResponseHead;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.message.MessageSupport;
import org.jspecify.annotations.Nullable;

/** One connection: requests go out and answers come in one after the other, on the thread that asks. Any thread may close it. */
final class HttpConnection extends DefaultBHttpClientConnection {
    /** So much is written at a time; between, it is looked whether the answer is here already. */
    private static final int SLICE = 64 << 10;

    private static final int MOST_INTERIM = 8;
    private static final int SWITCHING = 101;

    /** As a TLS record brings at most half as much, and a burst of events seldom more. */
    private static final int BUFFER = 32 << 10;

    private static final Http1Config LIMITS = Http1Config.custom()
            .setBufferSize(BUFFER)
            .setMaxLineLength(128 << 10)
            .setMaxHeaderCount(256)
            .build();

    private final Socket plain;
    private final boolean tls;
    private final TimedInput in;
    private final WriteProgress progress = new WriteProgress();
    private @Nullable SessionInputBuffer buffer;
    private @Nullable ClassicHttpResponse early;
    private boolean chunked;
    private boolean used;
    private boolean reusable = true;

    /** @param safe the same connection with TLS, or {@code plain} itself */
    HttpConnection(Socket plain, Socket safe) throws IOException {
        super(LIMITS, null, null, null, null, (_, own, in, _, _) -> ((HttpConnection) own).answered(in), null, null);
        this.plain = plain;
        this.tls = safe != plain;
        this.in = new TimedInput(safe);
        bind(safe instanceof SSLSocket tls ? new Timed(tls, plain) : new Timed(plain));
    }

    /** The socket as the library sees it, with reads that end at their time. */
    private final class Timed extends SocketHolder {
        Timed(Socket plain) {
            super(plain);
        }

        Timed(SSLSocket safe, Socket plain) {
            super(safe, plain);
        }

        @Override
        protected InputStream getInputStream(Socket socket) {
            return in;
        }
    }

    /** True once an answer came over it. */
    boolean used() {
        return used;
    }

    /** Bytes that came over it so far. */
    long received() {
        return in.received();
    }

    /** An answer whose head is here. */
    record Answer(ResponseHead head, AnswerContent content) {}

    /**
     * Sends a request and waits for the answer's head. An answer that comes before all is sent ends the sending.
     *
     * @param deadline of {@link System#nanoTime}
     */
    Answer ask(ClassicHttpRequest request, byte[] body, long deadline) throws IOException {
        in.until(deadline);
        try {
            ClassicHttpResponse response = sendAndWait(request, body, deadline);
            InputStream content = content(request, response);
            if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, null)) reusable = false;
            used = true;
            return new Answer(head(response), new AnswerContent(this, content));
        } catch (MessageConstraintException _) {
            throw new ProtocolException("the answer's head is too long");
        } catch (HttpException _) {
            throw notAHead();
        }
    }

    private ClassicHttpResponse sendAndWait(ClassicHttpRequest request, byte[] body, long deadline)
            throws HttpException, IOException {
        try {
            send(request, body, deadline);
        } catch (IOException e) {
            reusable = false;
            if (early == null) early = saidBefore(e);
        }
        if (!isConsistent()) reusable = false;
        ClassicHttpResponse response = early == null ? received(0) : early;
        early = null;
        return response;
    }

    private void send(ClassicHttpRequest request, byte[] body, long deadline) throws HttpException, IOException {
        progress.begin(deadline);
        try {
            request.setEntity(new EntityTemplate(body.length, null, out -> write(body, out)));
            sendRequestHeader(request);
            sendRequestEntity(request);
            flush();
        } finally {
            progress.end();
        }
    }

    private void write(byte[] body, OutputStream out) throws IOException {
        for (int at = 0; at < body.length; at += SLICE) {
            progress.moved();
            out.write(body, at, Math.min(SLICE, body.length - at));
        }
    }

    /** Whether an answer is here before the request is sent; interim ones are read over. */
    private boolean answered(InputStream input) throws IOException {
        if (early != null) return true;
        if (input.available() == 0) return false;
        try {
            ClassicHttpResponse response = one();
            if (interim(response)) return false;
            early = response;
            return true;
        } catch (HttpException _) {
            throw notAHead();
        }
    }

    /** Whoever refuses a request may say why and close without reading all of it: that says more than the broken pipe. */
    private ClassicHttpResponse saidBefore(IOException broken) throws IOException {
        try {
            return received(0);
        } catch (IOException | HttpException e) {
            broken.addSuppressed(e);
            throw broken;
        }
    }

    private ClassicHttpResponse received(int interim) throws HttpException, IOException {
        if (interim > MOST_INTERIM) throw new ProtocolException("nothing but interim answers comes");
        ClassicHttpResponse response = one();
        return interim(response) ? received(interim + 1) : response;
    }

    private ClassicHttpResponse one() throws HttpException, IOException {
        ClassicHttpResponse response;
        try {
            response = receiveResponseHeader();
        } catch (IOException | HttpException e) {
            if (in.ended()) throw headCut();
            throw e;
        }
        // The parser takes a head for complete that the connection's end has cut.
        if (in.ended()) throw headCut();
        return response;
    }

    /** Without the library's message, which quotes the whole line. */
    private static ProtocolException notAHead() {
        return new ProtocolException("its head is not as HTTP/1.1 demands");
    }

    private static EOFException headCut() {
        return new EOFException("the connection ended before the answer's head was complete");
    }

    private static boolean interim(ClassicHttpResponse response) throws ProtocolException {
        if (response.getCode() == SWITCHING)
            throw new ProtocolException("it changes the protocol, which nobody asked for");
        return response.getCode() / 100 == 1;
    }

    private static ResponseHead head(ClassicHttpResponse response) {
        return new ResponseHead(
                response.getCode(),
                new Headers(Arrays.stream(response.getHeaders())
                        .map(header -> new Header(header.getName(), header.getValue()))
                        .toList()));
    }

    private InputStream content(ClassicHttpRequest request, ClassicHttpResponse response)
            throws HttpException, IOException {
        chunked = false;
        if (!MessageSupport.canResponseHaveBody(request.getMethod(), response)) return InputStream.nullInputStream();
        receiveResponseEntity(response);
        return response.getEntity().getContent();
    }

    @Override
    protected InputStream createContentInputStream(long length, SessionInputBuffer from, InputStream input) {
        buffer = from;
        chunked = length == ContentLengthStrategy.CHUNKED;
        return super.createContentInputStream(length, from, input);
    }

    /** Bytes of the answer, or after it, that are here and not taken. */
    int waiting() {
        return buffer == null ? 0 : buffer.length();
    }

    /** True when the other side has said that nothing more comes. */
    boolean ended() {
        return in.ended();
    }

    /** Lets reads wait until then. */
    void until(long deadline) {
        in.until(deadline);
    }

    /** A read did not end in its time. In a body's trailer the library would take that for the body's end. */
    void interrupted() {
        if (chunked) reusable = false;
    }

    boolean chunked() {
        return chunked;
    }

    /** True when the answer was read to its end and another request may follow. */
    boolean reusable() {
        return reusable && !ended() && waiting() == 0;
    }

    /** Ends a write that waits for the other side, so that what that side has said meanwhile can be read. */
    void endStalledWrite(long now) throws IOException {
        if (progress.overdue(now)) closeAtOnce();
        else if (!tls && progress.stalled(now) && plain.getInputStream().available() > 0) plain.shutdownOutput();
    }

    /** Without a farewell, for which a thread might have to wait. */
    void closeAtOnce() {
        try {
            plain.close();
        } catch (IOException _) {
            // A socket that does not close is gone for us all the same.
        }
    }
}
