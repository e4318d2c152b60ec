package dev.sightglass.engine.upstream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.model.Header;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.ResponseHead;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Heads and bodies of answers, well formed and not. */
class AnswerReadingTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
    private static final String CHUNKED = HEAD + "Transfer-Encoding: chunked\r\n\r\n";

    /** An answer as read, and whether its connection may serve another. */
    private record Whole(ResponseHead head, String body, boolean reusable) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 64, 100_000})
    void chunksInPiecesOfAnySizeArePutTogether(int size) throws IOException {
        Whole whole = read(CHUNKED + "5\r\nHello\r\n7;x=\"y\"\r\n, world\r\n0\r\nTrailer: no\r\n\r\n", size);
        assertThat(whole.body()).isEqualTo("Hello, world");
        assertThat(whole.head().headers().first("trailer")).isEmpty();
        assertThat(whole.reusable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2_0\r\n", "-1\r\n", "0x2\r\n", "\r\n", "2\r\nabc\r\n", "\u06f2\r\n"})
    void chunksThatAreNotFramedProperlyAreRefused(String chunk) {
        assertThatThrownBy(() -> read(CHUNKED + chunk + "0\r\n\r\n", 100)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void endInTheMiddleOfAChunkIsACut() {
        assertThatThrownBy(() -> read(CHUNKED + "5\r\nHel", 100)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read(CHUNKED + "5\r\nHello", 100)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read(CHUNKED + "5\r\nHello\r\n", 100)).isInstanceOf(EOFException.class);
    }

    @Test
    void bodyHasTheLengthThatWasTold() throws IOException {
        assertThat(read(HEAD + "Content-Length: 5\r\n\r\nHello", 2).body()).isEqualTo("Hello");
        assertThat(read(HEAD + "Content-Length: 5\r\n\r\nHello", 100).reusable())
                .isTrue();
        assertThat(read(HEAD + "Content-Length: 5\r\n\r\nHello more", 100).reusable())
                .isFalse();
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
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 200 OK\r\n: nameless\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n"
            })
    void whatIsNoHeadIsRefused(String text) {
        assertThatThrownBy(() -> read(text, 100)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void headThatNeverEndsIsRefused() {
        String endless = "HTTP/1.1 200 OK\r\n" + "x-more: and more\r\n".repeat(40_000);
        assertThatThrownBy(() -> read(endless, 4096)).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 2", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Ty", HEAD})
    void headThatTheEndCutsIsNone(String text) {
        assertThatThrownBy(() -> read(text, 7)).isInstanceOf(EOFException.class);
    }

    @Test
    void whatCameBeforeABadChunkIsGivenFirst() throws IOException {
        PiecesSocket socket = new PiecesSocket(CHUNKED + "5\r\nHello\r\nnone\r\n", 4096);
        URI uri = URI.create("http://127.0.0.1/");
        var request = RequestHeads.of(new RequestHead("POST", uri.toString(), Headers.NONE), uri, Origin.of(uri), 0);
        long wait = Duration.ofMinutes(1).toNanos();
        AnswerContent content = new HttpConnection(socket, socket)
                .ask(request, new byte[0], System.nanoTime() + wait)
                .content();
        assertThat(content.next(wait)).asString(StandardCharsets.US_ASCII).isEqualTo("Hello");
        assertThatThrownBy(() -> content.next(wait)).isInstanceOf(ProtocolException.class);
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
        PiecesSocket socket = new PiecesSocket(text, size);
        HttpConnection connection = new HttpConnection(socket, socket);
        URI uri = URI.create("http://127.0.0.1/");
        var request = RequestHeads.of(new RequestHead("POST", uri.toString(), Headers.NONE), uri, Origin.of(uri), 0);
        long wait = Duration.ofMinutes(1).toNanos();
        HttpConnection.Answer answer = connection.ask(request, new byte[0], System.nanoTime() + wait);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        AnswerContent content = answer.content();
        for (byte[] piece = content.next(wait); piece != null; piece = content.next(wait)) all.writeBytes(piece);
        return new Whole(answer.head(), all.toString(StandardCharsets.ISO_8859_1), connection.reusable());
    }
}
