package dev.sightglass.engine.upstream.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/** A body in chunks (RFC 9112 section 7.1); extensions and trailers are read over. One thread. */
final class ChunkedBody implements ResponseBody {
    private static final int MOST_DIGITS = 8;
    /** Of extensions and trailers in a row. */
    private static final int MOST_UNUSED = 64 << 10;

    private final HttpInput in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    private State state = State.SIZE;
    private long left;
    private int digits;
    private int unused;

    private enum State {
        SIZE,
        EXTENSION,
        SIZE_END,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILER_START,
        TRAILER,
        LAST_LF,
        OVER
    }

    ChunkedBody(HttpInput in) {
        this.in = in;
    }

    @Override
    public byte @Nullable [] next(long nanos) throws IOException {
        while (state != State.OVER) {
            if (!in.await(nanos)) throw ResponseBody.cut();
            while (in.available() > 0 && state != State.OVER) some();
            if (out.size() == 0) continue;
            byte[] piece = out.toByteArray();
            out.reset();
            return piece;
        }
        return null;
    }

    @Override
    public boolean delimited() {
        return true;
    }

    private void some() throws ProtocolException {
        if (state == State.DATA) {
            int count = (int) Math.min(left, in.available());
            in.take(count, out);
            left -= count;
            if (left == 0) state = State.DATA_CR;
        } else {
            state = after(in.read());
        }
    }

    private State after(int b) throws ProtocolException {
        return switch (state) {
            case SIZE -> afterSize(b);
            case EXTENSION -> b == '\r' ? State.SIZE_END : unused(State.EXTENSION);
            case SIZE_END -> {
                demand(b == '\n');
                digits = 0;
                yield left == 0 ? State.TRAILER_START : State.DATA;
            }
            case DATA, OVER -> throw new IllegalStateException("no framing here");
            case DATA_CR -> {
                demand(b == '\r');
                yield State.DATA_LF;
            }
            case DATA_LF -> {
                demand(b == '\n');
                unused = 0;
                yield State.SIZE;
            }
            case TRAILER_START -> b == '\r' ? State.LAST_LF : unused(State.TRAILER);
            case TRAILER -> b == '\n' ? State.TRAILER_START : unused(State.TRAILER);
            case LAST_LF -> {
                demand(b == '\n');
                yield State.OVER;
            }
        };
    }

    private State afterSize(int b) throws ProtocolException {
        int digit = b < 0x80 ? Character.digit(b, 16) : -1;
        if (digit >= 0) {
            demand(++digits <= MOST_DIGITS);
            left = left * 16 + digit;
            return State.SIZE;
        }
        demand(digits > 0 && (b == '\r' || b == ';' || b == ' ' || b == '\t'));
        return b == '\r' ? State.SIZE_END : State.EXTENSION;
    }

    private State unused(State next) throws ProtocolException {
        demand(++unused <= MOST_UNUSED);
        return next;
    }

    private static void demand(boolean proper) throws ProtocolException {
        if (!proper) throw new ProtocolException("a chunk of the answer is not framed as HTTP/1.1 demands");
    }
}
