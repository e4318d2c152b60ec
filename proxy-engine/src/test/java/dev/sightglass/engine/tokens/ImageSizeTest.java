package dev.sightglass.engine.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSizeTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "PNG,89504E470D0A1A0A0000000D49484452000002800000 01E0,640,480",
        "GIF,474946383961 8002E001,640,480",
        "JPEG with a JFIF segment,FFD8FFE000044A46FFC2001108 01E00280030100,640,480",
        "WebP lossy,5249464600000000574542505650382000000000 000000 9D012A 8002E001,640,480",
        "WebP lossless,524946460000000057454250565038 4C00000000 2F 7FC27700,640,480",
        "WebP extended,524946460000000057454250565038 5800000000 00000000 7F0200 DF0100 00,640,480"
    })
    void sizesAreReadFromTheHeader(String format, String hex, int width, int height) {
        assertThat(ImageSize.of(HexFormat.of().parseHex(hex.replace(" ", "")))).contains(new ImageSize(width, height));
    }

    @ParameterizedTest
    @CsvSource({"FFD8FFE0", "89504E47", "00", "FFD8FFC40004", "47494638396100000000"})
    void aDamagedHeaderHasNoSize(String hex) {
        assertThat(ImageSize.of(HexFormat.of().parseHex(hex))).isEmpty();
    }
}
