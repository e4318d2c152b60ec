package dev.sightglass.engine.upstream.azure.foundry;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Takes the content coding off a copy of a stream, piece by piece. A copy that cannot be decoded just ends: the traffic goes
 * on. One thread; {@link #close} frees native memory.
 */
final class DecodedCopy implements AutoCloseable {
    private enum State {
        PLAIN,
        GZIP_HEADER,
        INFLATING,
        OVER
    }

    /** Receives what was decoded. */
    @FunctionalInterface
    interface Sink {
        void accept(byte[] bytes, int offset, int length);
    }

    private final Sink sink;
    private final Inflater inflater;
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[8192];
    private State state;

    /** @param coding the Content-Encoding in lower case */
    DecodedCopy(String coding, Sink sink) {
        this.sink = sink;
        inflater = new Inflater(coding.equals("gzip"));
        state = switch (coding) {
            case "identity" -> State.PLAIN;
            case "gzip" -> State.GZIP_HEADER;
            case "deflate" -> State.INFLATING;
            default -> State.OVER;
        };
    }

    /** False once nothing more will be decoded. */
    boolean readable() {
        return state != State.OVER;
    }

    void write(byte[] bytes, int offset, int length) {
        switch (state) {
            case PLAIN -> sink.accept(bytes, offset, length);
            case GZIP_HEADER -> {
                header.write(bytes, offset, length);
                byte[] soFar = header.toByteArray();
                int end = GzipHeader.end(soFar);
                if (end < 0) return;
                state = State.INFLATING;
                inflate(soFar, end, soFar.length - end);
            }
            case INFLATING -> inflate(bytes, offset, length);
            case OVER -> {}
        }
    }

    @Override
    public void close() {
        state = State.OVER;
        inflater.end();
    }

    private void inflate(byte[] bytes, int offset, int length) {
        inflater.setInput(bytes, offset, length);
        try {
            // Until nothing more comes out: all input may be taken while a full buffer's worth still waits inside.
            for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer))
                sink.accept(buffer, 0, count);
            if (inflater.finished() || inflater.needsDictionary()) close();
        } catch (DataFormatException _) {
            close(); // not what its header said: the client gets the bytes and judges them itself
        }
    }
}
