package dev.sightglass.engine.detail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.RecordedBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ContentDecoderTest {
    @Test
    void aBodyThatUnfoldsOutOfAllProportionIsLeftAsItCame() throws Exception {
        byte[] bomb = packed(new byte[20 << 20]);
        assertThat(ContentDecoder.decode(body(bomb), "gzip")).isEmpty();
        byte[] cutOff = Arrays.copyOf(bomb, bomb.length - 50);
        assertThat(ContentDecoder.decode(body(cutOff), "gzip")).isEmpty();
    }

    @Test
    void aLargeBodyOfAnOrdinaryKindIsDecoded() throws Exception {
        byte[] plain = new byte[20 << 20];
        Random random = new Random(1);
        for (int i = 0; i < plain.length; i++) plain[i] = (byte) ("etaoin shrdlu".charAt(random.nextInt(13)));
        assertThat(ContentDecoder.decode(body(packed(plain)), "gzip"))
                .hasValueSatisfying(decoded -> assertThat(decoded.bytes()).isEqualTo(plain));
    }

    private static RecordedBody body(byte[] bytes) {
        return new RecordedBody(new Body.Captured(bytes.length), bytes, ArrivalMarks.NONE);
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }
}
