package dev.sightglass.engine.upstream.http;

import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.ResponseHead;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The body of an answer, taken piece by piece. One thread. */
interface ResponseBody {
    /**
     * The next bytes, all that are there; null at the body's end.
     *
     * @throws SocketTimeoutException when none come in time; it can be asked again
     * @throws IOException when the body broke off
     */
    byte @Nullable [] next(long nanos) throws IOException;

    /** False when only the connection's end tells the body's. */
    boolean delimited();

    /** @throws ProtocolException when the head leaves the body's length open to two readings (RFC 9112 section 6.3) */
    static ResponseBody of(ResponseHead head, HttpInput in) throws ProtocolException {
        if (head.status() == 204 || head.status() == 304) return new Sized(in, 0);
        List<String> codings = values(head.headers(), "transfer-encoding").toList();
        if (!codings.isEmpty()) {
            if (codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked")) return new ChunkedBody(in);
            throw new ProtocolException("its transfer encoding is not understood");
        }
        Set<String> lengths =
                Set.copyOf(values(head.headers(), "content-length").toList());
        if (lengths.isEmpty()) return new ToTheEnd(in);
        String length = lengths.iterator().next();
        if (lengths.size() > 1 || !length.matches("\\d{1,18}"))
            throw new ProtocolException("its content-length is no single number");
        return new Sized(in, Long.parseLong(length));
    }

    private static Stream<String> values(Headers headers, String name) {
        return headers.stream(name)
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip);
    }

    /** The connection ended where more was promised. */
    static EOFException cut() {
        return new EOFException("the connection ended before the answer was complete");
    }

    /** A body whose length was told. */
    final class Sized implements ResponseBody {
        private final HttpInput in;
        private long left;

        private Sized(HttpInput in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public byte @Nullable [] next(long nanos) throws IOException {
            if (left == 0) return null;
            if (!in.await(nanos)) throw cut();
            byte[] piece = in.take((int) Math.min(left, in.available()));
            left -= piece.length;
            return piece;
        }

        @Override
        public boolean delimited() {
            return true;
        }
    }

    /** A body that lasts as long as its connection. */
    final class ToTheEnd implements ResponseBody {
        private final HttpInput in;

        private ToTheEnd(HttpInput in) {
            this.in = in;
        }

        @Override
        public byte @Nullable [] next(long nanos) throws IOException {
            return in.await(nanos) ? in.take(in.available()) : null;
        }

        @Override
        public boolean delimited() {
            return false;
        }
    }
}
