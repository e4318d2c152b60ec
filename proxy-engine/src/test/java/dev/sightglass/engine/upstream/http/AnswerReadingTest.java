package dev.sightglass.engine.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads and bodies of answers, well formed and not. */
class AnswerReadingTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

    /** An answer as read, and what came after it. */
    private record Whole(ResponseHead head, String body, int left) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 64, 100_000})
    void chunksInPiecesOfAnySizeArePutTogether(int size) throws IOException {
        Whole whole = read(CHUNKED + "5\r\nHello\r\n7;x=\"y\"\r\n, world\r\n0\r\nTrailer: no\r\n\r\n", size);
        assertThat(whole.body()).isEqualTo("Hello, world");
        assertThat(whole.head().headers().first("trailer")).isEmpty();
        assertThat(whole.left()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2_0\r\n", "-1\r\n", "0x2\r\n", "\r\n", "123456789\r\n", "2\nab", "2\r\nabc\r\n", "\u06f2\r\n"})
    void chunksThatAreNotFramedProperlyAreRefused(String chunk) {
        assertThatThrownBy(() -> read(CHUNKED + chunk + "0\r\n\r\n", 100)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void endInTheMiddleOfAChunkIsACut() {
        assertThatThrownBy(() -> read(CHUNKED + "5\r\nHel", 100)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read(CHUNKED + "5\r\nHello\r\n", 100)).isInstanceOf(EOFException.class);
    }

    @Test
    void bodyHasTheLengthThatWasTold() throws IOException {
        assertThat(read(HEAD + "Content-Length: 5\r\n\r\nHello", 2).body()).isEqualTo("Hello");
        assertThat(read(HEAD + "Content-Length: 5, 5\r\n\r\nHello more", 100).left())
                .isEqualTo(5);
        assertThat(read("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", 100)
                        .body())
                .isEmpty();
        assertThatThrownBy(() -> read(HEAD + "Content-Length: 6\r\n\r\nHello", 100))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void bodyWithoutALengthEndsWithItsConnection() throws IOException {
        assertThat(read(HEAD + "\r\nHello", 2).body()).isEqualTo("Hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: -5\r\n",
                "Content-Length: 5x\r\n",
                "Transfer-Encoding: gzip, chunked\r\n"
            })
    void lengthsOfTwoReadingsAreRefused(String headers) {
        assertThatThrownBy(() -> read(HEAD + headers + "\r\nHello", 100)).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 2x0 OK\r\n\r\n",
                "HTTP/1.1 2000\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 200 OK\r\n: nameless\r\n\r\n",
                "HTTP/1.1 200 OK\r\nna me: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\n folded: first\r\n\r\n"
            })
    void whatIsNoHeadIsRefused(String text) {
        assertThatThrownBy(() -> read(text, 100)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void headThatNeverEndsIsRefused() {
        String endless = "HTTP/1.1 200 OK\r\n" + "x-more: and more\r\n".repeat(40_000);
        assertThatThrownBy(() -> read(endless, 4096)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void foldedLineGoesOnWithTheOneBefore() throws IOException {
        ResponseHead head = read(
                        "HTTP/1.1 429\r\nx-long:  one\r\n\ttwo \r\nX-Long: three\r\nContent-Length: 0\r\n\r\n", 3)
                .head();
        assertThat(head.status()).isEqualTo(429);
        assertThat(head.headers().list()).startsWith(new Header("x-long", "one two"), new Header("X-Long", "three"));
    }

    private static Whole read(String text, int size) throws IOException {
        HttpInput in = new HttpInput(new PiecesSocket(text, size));
        long never = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        ResponseHead head = AnswerHeads.read(in, never).head();
        ResponseBody body = ResponseBody.of(head, in);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece = body.next(1_000_000); piece != null; piece = body.next(1_000_000)) all.writeBytes(piece);
        return new Whole(head, all.toString(StandardCharsets.ISO_8859_1), in.available());
    }
}
