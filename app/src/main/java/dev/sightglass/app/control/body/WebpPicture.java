package dev.sightglass.app.control.body;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures in WebP (RFC 9649), which JavaFX cannot read. The decoder is called by its name, not looked for among all that
 * ImageIO knows, so that no other format can come in by this way. Call off the FX thread.
 */
final class WebpPicture {
    private static final long[] UNKNOWN = {0, 0};
    private static final int HEADER = 30;

    private WebpPicture() {}

    /** Width and height as the first chunk claims; zeros when it is none of the three that may begin a picture. */
    static long[] size(byte[] bytes) {
        if (bytes.length < HEADER) return UNKNOWN;
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return switch (header.getInt(12)) {
            case 0x20385056 -> new long[] {header.getShort(26) & 0x3FFF, header.getShort(28) & 0x3FFF}; // "VP8 "
            case 0x4C385056 -> lossless(header.getInt(21)); // "VP8L"
            case 0x58385056 -> new long[] {1 + three(bytes, 24), 1 + three(bytes, 27)}; // "VP8X"
            default -> UNKNOWN;
        };
    }

    private static long[] lossless(int bits) {
        return new long[] {1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF)};
    }

    private static int three(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
    }

    /** The picture, or its first frame, scaled down to a largest side; null when it is broken. */
    static @Nullable Image decode(byte[] bytes, int largestSide) {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (ImageInputStream in = new ByteArrayImageInputStream(bytes)) {
            reader.setInput(in, true, true);
            long[] claimed = size(bytes);
            boolean honest = reader.getWidth(0) <= claimed[0] && reader.getHeight(0) <= claimed[1];
            return honest ? image(reader.read(0, parameters(reader, claimed, largestSide))) : null;
        } catch (IOException | RuntimeException broken) {
            // Made by strangers: whatever the decoder stumbles over, the picture is what is wrong.
            return null;
        } finally {
            reader.dispose();
        }
    }

    private static ImageReadParam parameters(ImageReader reader, long[] size, int largestSide) {
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = (int) ((Math.max(size[0], size[1]) + largestSide - 1) / largestSide);
        if (step > 1) parameters.setSourceSubsampling(step, step, 0, 0);
        return parameters;
    }

    private static Image image(BufferedImage read) {
        int width = read.getWidth();
        int height = read.getHeight();
        int[] row = new int[width];
        WritableImage image = new WritableImage(width, height);
        for (int y = 0; y < height; y++) {
            read.getRGB(0, y, width, 1, row, 0, width);
            image.getPixelWriter().setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
        }
        return image;
    }
}
