package dev.sightglass.simulator.stream;

/**
 * How a stream is put on the wire.
 *
 * @param bytesPerWrite each write carries at most this many bytes, as a chunk of its own; 0 writes each event whole
 */
public record StreamOutput(Framing framing, int bytesPerWrite, boolean gzip) {
    public static final StreamOutput USUAL = new StreamOutput(Framing.PLAIN, 0, false);

    public StreamOutput withFraming(Framing other) {
        return new StreamOutput(other, bytesPerWrite, gzip);
    }

    public StreamOutput withBytesPerWrite(int bytes) {
        return new StreamOutput(framing, bytes, gzip);
    }

    public StreamOutput withGzip() {
        return new StreamOutput(framing, bytesPerWrite, true);
    }
}
