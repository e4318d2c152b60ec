package dev.sightglass.engine.server;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Takes the chunked transfer coding off, to the letter of RFC 9112 section 7.1: whatever two readers could read differently is
 * an error. Extensions and trailers are read over.
 */
final class ChunkParser {
    /** Eight hexadecimal digits are more than any body that is let in. */
    private static final int MOST_DIGITS = 8;

    private static final int MOST_EXTENSION_BYTES = 1024;
    private static final int MOST_TRAILER_BYTES = 8192;

    private enum State {
        SIZE,
        EXTENSION,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILER_START,
        TRAILER,
        TRAILER_LF,
        LAST_LF,
        END
    }

    private State state = State.SIZE;
    private long left;
    private int digits;
    private int skipped;

    boolean atEnd() {
        return state == State.END;
    }

    /** Moves the body's bytes from {@code from} to {@code into} until either is used up or the body ends. */
    void parse(ByteBuffer from, ByteBuffer into) throws IOException {
        while (from.hasRemaining() && state != State.END) {
            if (state == State.DATA) {
                if (!into.hasRemaining()) return;
                copy(from, into);
            } else {
                step(from.get() & 0xff);
            }
        }
    }

    private void copy(ByteBuffer from, ByteBuffer into) {
        int count = (int) Math.min(left, Math.min(from.remaining(), into.remaining()));
        into.put(from.slice(from.position(), count));
        from.position(from.position() + count);
        left -= count;
        if (left == 0) state = State.DATA_CR;
    }

    private void step(int c) throws IOException {
        switch (state) {
            case SIZE -> size(c);
            case EXTENSION -> extension(c);
            case SIZE_LF -> {
                expect('\n', c);
                state = left == 0 ? State.TRAILER_START : State.DATA;
                digits = 0;
            }
            case DATA_CR -> next('\r', c, State.DATA_LF);
            case DATA_LF -> next('\n', c, State.SIZE);
            case TRAILER_START -> {
                state = c == '\r' ? State.LAST_LF : State.TRAILER;
                if (state == State.TRAILER) trailer(c);
            }
            case TRAILER -> trailer(c);
            case TRAILER_LF -> next('\n', c, State.TRAILER_START);
            case LAST_LF -> next('\n', c, State.END);
            case DATA, END -> throw new IllegalStateException("no framing is expected in " + state);
        }
    }

    private void size(int c) throws IOException {
        int digit = c < 0x80 ? Character.digit(c, 16) : -1;
        if (digit >= 0) {
            if (++digits > MOST_DIGITS) throw new IOException("a chunk size is too long");
            left = left * 16 + digit;
        } else if (digits > 0 && c == '\r') {
            state = State.SIZE_LF;
        } else if (digits > 0 && c == ';') {
            state = State.EXTENSION;
        } else {
            throw new IOException("a chunk size is no hexadecimal number");
        }
    }

    private void extension(int c) throws IOException {
        if (c == '\r') state = State.SIZE_LF;
        else skip(c, MOST_EXTENSION_BYTES, "a chunk extension");
    }

    private void trailer(int c) throws IOException {
        if (c == '\r') state = State.TRAILER_LF;
        else skip(c, MOST_TRAILER_BYTES, "a trailer");
    }

    private void skip(int c, int most, String what) throws IOException {
        if ((c < 0x20 && c != '\t') || c == 0x7f) throw new IOException(what + " holds a control character");
        if (++skipped > most) throw new IOException(what + " is too long");
    }

    private void next(char wanted, int c, State then) throws IOException {
        expect(wanted, c);
        state = then;
    }

    private static void expect(char wanted, int c) throws IOException {
        if (c != wanted) throw new IOException("a chunk does not end where its size says");
    }
}
