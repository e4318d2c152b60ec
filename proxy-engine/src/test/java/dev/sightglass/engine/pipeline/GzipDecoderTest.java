package dev.sightglass.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.upstream.NotAnAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipDecoderTest {
    private static final int LIMIT = 1 << 20;

    @Test
    void aLargeAnswerThatComesInOnePieceIsUnpacked() throws Exception {
        byte[] plain = noise(300_000);
        assertThat(new GzipDecoder(LIMIT).decode(packed(plain))).isEqualTo(plain);
    }

    @Test
    void anAnswerOfSeveralMembersIsUnpackedWhole() throws Exception {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(packed(noise(5_000)));
        joined.writeBytes(packed("the end".getBytes(StandardCharsets.UTF_8)));
        byte[] whole = new GzipDecoder(LIMIT).decode(joined.toByteArray());
        assertThat(new String(whole, StandardCharsets.ISO_8859_1)).endsWith("the end");
        assertThat(whole).hasSize(5_007);
        assertThat(inPieces(joined.toByteArray(), 1)).isEqualTo(whole);
        assertThat(inPieces(joined.toByteArray(), 7)).isEqualTo(whole);
    }

    @Test
    void whatIsNoMemberBehindTheLastOneIsLeftAside() throws Exception {
        var padded = new ByteArrayOutputStream();
        padded.writeBytes(packed(noise(5_000)));
        padded.writeBytes(new byte[600]);
        assertThat(new GzipDecoder(LIMIT).decode(padded.toByteArray())).isEqualTo(noise(5_000));
        assertThat(inPieces(padded.toByteArray(), 7)).isEqualTo(noise(5_000));
    }

    @Test
    void aHeaderWithoutEndIsRefused() {
        byte[] endless = new byte[70_000];
        byte[] named = {0x1f, (byte) 0x8b, 8, 8};
        Arrays.fill(endless, (byte) 'a');
        System.arraycopy(named, 0, endless, 0, named.length);
        assertThatThrownBy(() -> new GzipDecoder(LIMIT).decode(endless))
                .isInstanceOf(NotAnAnswer.class)
                .hasMessageContaining("header has no end");
    }

    @Test
    void moreThanTheBoundIsRefusedOverAllMembers() throws Exception {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(packed(new byte[LIMIT]));
        joined.writeBytes(packed(new byte[1]));
        assertThatThrownBy(() -> new GzipDecoder(LIMIT).decode(joined.toByteArray()))
                .isInstanceOf(NotAnAnswer.class)
                .hasMessageContaining("unpacks to more than");
    }

    private static byte[] inPieces(byte[] packed, int size) throws NotAnAnswer {
        var decoder = new GzipDecoder(LIMIT);
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < packed.length; i += size)
            out.writeBytes(decoder.decode(Arrays.copyOfRange(packed, i, Math.min(packed.length, i + size))));
        return out.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
