package dev.sightglass.app.control.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.UiTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Objects;
import java.util.SplittableRandom;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest extends UiTest {
    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PicturesTest.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static Pictures.Loaded load(byte[] bytes) {
        return Pictures.load(Base64.getEncoder().encodeToString(bytes));
    }

    @ParameterizedTest
    @CsvSource({"lossy,160,100", "lossless,160,100", "alpha,120,90"})
    void webpOfEachKindIsShown(String name, int width, int height) throws IOException {
        Pictures.Loaded loaded = load(resource(name + ".webp"));

        Image image = Objects.requireNonNull(loaded.image(), loaded.words());
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(loaded.words()).startsWith("WebP, " + width + " × " + height + " pixels");
        assertThat(image.getPixelReader().getColor(width / 2, height / 2).getOpacity())
                .isEqualTo(1);
    }

    @Test
    void whatIsTransparentInAWebpStaysSo() throws IOException {
        Image image = Objects.requireNonNull(load(resource("alpha.webp")).image(), "the picture");

        assertThat(image.getPixelReader().getColor(0, 0).getOpacity()).isZero();
    }

    @Test
    void aWebpThatClaimsManyPixelsIsNotDecoded() throws IOException {
        byte[] bytes = resource("lossless.webp");
        bytes[21] = (byte) 0xFF;
        bytes[22] = (byte) 0xFF;
        bytes[23] = (byte) 0xFF;
        bytes[24] = (byte) 0x0F;

        Pictures.Loaded loaded = load(bytes);

        assertThat(loaded.image()).isNull();
        assertThat(loaded.words()).isEqualTo("A picture of 16,384 × 16,384 pixels: too large to be shown");
    }

    @Test
    void brokenWebpsAreSaidToBeBroken() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        for (String name : new String[] {"lossy", "lossless", "alpha"}) {
            byte[] whole = resource(name + ".webp");
            for (int i = 0; i < 60; i++) {
                byte[] bytes = java.util.Arrays.copyOf(whole, 12 + random.nextInt(whole.length - 12));
                for (int k = 0; k < 4; k++) bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();

                assertThat(load(bytes).words()).isNotEmpty();
            }
        }
        assertThat(load(java.util.Arrays.copyOf(resource("lossy.webp"), 20)).words())
                .isEqualTo("The picture is broken and cannot be shown");
    }
}
