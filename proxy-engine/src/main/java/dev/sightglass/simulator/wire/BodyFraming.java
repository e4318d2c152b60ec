package dev.sightglass.simulator.wire;

import java.util.List;

/** How the end of a response body is told to the client (RFC 9112, 6.3). */
public sealed interface BodyFraming {
    /** The header that announces this framing. */
    List<Header> headers();

    /** A body of a length known before. */
    record Fixed(long length) implements BodyFraming {
        @Override
        public List<Header> headers() {
            return List.of(new Header("Content-Length", Long.toString(length)));
        }
    }

    /**
     * Chunks; each write is one chunk.
     *
     * @param decorated with chunk extensions and with trailers at the end, both of which a client has to skip
     */
    record Chunked(boolean decorated) implements BodyFraming {
        String extension() {
            return decorated ? ";note=\"skip me\"" : "";
        }

        String end() {
            return decorated ? "0;last\r\nx-trailer: skip me\r\ncontent-type: text/html\r\n\r\n" : "0\r\n\r\n";
        }

        @Override
        public List<Header> headers() {
            return List.of(new Header("Transfer-Encoding", "chunked"));
        }
    }
}
