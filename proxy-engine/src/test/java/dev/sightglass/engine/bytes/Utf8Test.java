package dev.sightglass.engine.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void agreesWithThePlatformsStrictDecoderOnRandomBytes() {
        Random random = new Random(3);
        byte[] likely = {
            'a',
            (byte) 0xC2,
            (byte) 0x80,
            (byte) 0xE0,
            (byte) 0xA0,
            (byte) 0xED,
            (byte) 0x9F,
            (byte) 0xF0,
            (byte) 0x90,
            (byte) 0xF4,
            (byte) 0x8F,
            (byte) 0xBF,
            (byte) 0xC0,
            (byte) 0xFF
        };
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            for (int j = 0; j < bytes.length; j++) bytes[j] = likely[random.nextInt(likely.length)];
            assertThat(Utf8.firstInvalid(bytes) < 0).isEqualTo(decodes(bytes));
        }
    }

    @Test
    void theFirstWrongByteIsNamed() {
        byte[] bytes = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        bytes[11] = (byte) 0x80;
        assertThat(Utf8.firstInvalid(bytes)).isEqualTo(11);
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
