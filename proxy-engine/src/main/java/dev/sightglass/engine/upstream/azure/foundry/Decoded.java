package dev.sightglass.engine.upstream.azure.foundry;

import dev.sightglass.engine.model.ResponseHead;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** A whole body without its content coding, for reading only. */
final class Decoded {
    private static final int MAX = 64 << 20;
    private static final byte[] UNREADABLE = new byte[0];

    private Decoded() {}

    /** Empty when it cannot be decoded; at most 64 MB, whatever it would unfold to. */
    static byte[] of(ResponseHead head, byte[] body) {
        try {
            return switch (coding(head)) {
                case "identity" -> body;
                case "gzip" -> unfold(new GZIPInputStream(new ByteArrayInputStream(body)));
                case "deflate" -> unfold(new InflaterInputStream(new ByteArrayInputStream(body)));
                default -> UNREADABLE;
            };
        } catch (IOException _) {
            return UNREADABLE; // the client gets the bytes all the same and judges them itself
        }
    }

    static String coding(ResponseHead head) {
        String coding = head.headers().first("content-encoding").orElse("identity");
        return coding.isBlank() ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] unfold(InputStream stream) throws IOException {
        try (stream) {
            return stream.readNBytes(MAX);
        }
    }
}
