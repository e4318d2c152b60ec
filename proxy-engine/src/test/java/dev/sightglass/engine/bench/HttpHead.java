package dev.sightglass.engine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The head of a message of HTTP/1.1 as text. */
final class HttpHead {
    private static final int LONGEST = 1 << 16;

    private HttpHead() {}

    /** With its empty line; null at the end of the stream. */
    static @Nullable String read(InputStream in) throws IOException {
        byte[] head = new byte[LONGEST];
        int at = 0;
        while (at < 4 || head[at - 1] != '\n' || head[at - 3] != '\n') {
            int next = in.read();
            if (next < 0) return null;
            head[at++] = (byte) next;
        }
        return new String(head, 0, at, StandardCharsets.US_ASCII);
    }

    /** What {@code content-length} says, -1 for a body in chunks, 0 without a body. */
    static long length(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("\r\ntransfer-encoding: chunked")) return -1;
        int at = lower.indexOf("\r\ncontent-length: ");
        return at < 0
                ? 0
                : Long.parseLong(
                        lower.substring(at + 18, lower.indexOf('\r', at + 18)).strip());
    }
}
