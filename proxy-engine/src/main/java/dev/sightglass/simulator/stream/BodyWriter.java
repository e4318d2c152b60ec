package dev.sightglass.simulator.stream;

import dev.sightglass.simulator.wire.WireExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes body bytes, compressed and cut into small writes when told to; nothing waits in a buffer. */
final class BodyWriter {
    private final WireExchange exchange;
    private final int bytesPerWrite;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final @Nullable GZIPOutputStream gzip;

    BodyWriter(WireExchange exchange, StreamOutput output) throws IOException {
        this.exchange = exchange;
        this.bytesPerWrite = output.bytesPerWrite();
        this.gzip = output.gzip() ? new GZIPOutputStream(compressed, 512, true) : null;
    }

    void write(byte[] bytes) throws IOException {
        GZIPOutputStream zip = gzip;
        if (zip == null) {
            writeCut(bytes);
            return;
        }
        zip.write(bytes);
        zip.flush();
        writeCompressed();
    }

    void finish() throws IOException {
        if (gzip != null) {
            gzip.finish();
            writeCompressed();
        }
        exchange.finish();
    }

    private void writeCompressed() throws IOException {
        byte[] bytes = compressed.toByteArray();
        compressed.reset();
        writeCut(bytes);
    }

    private void writeCut(byte[] bytes) throws IOException {
        if (bytesPerWrite <= 0) {
            exchange.write(bytes);
            return;
        }
        for (int at = 0; at < bytes.length; at += bytesPerWrite) {
            exchange.write(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + bytesPerWrite)));
        }
    }
}
