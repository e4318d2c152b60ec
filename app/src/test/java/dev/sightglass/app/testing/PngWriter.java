package dev.sightglass.app.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/**
 * Writes a JavaFX image as a PNG (8 bits a channel, RGB when nothing is see-through, else RGBA).
 *
 * <p>JavaFX can only read PNGs; the JDK's writer is in java.desktop, which the app does without. Format: RFC 2083.
 */
final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BIT_DEPTH = 8;
    private static final int COLOR_TYPE_RGB = 2;
    private static final int COLOR_TYPE_RGBA = 6;
    /** Each byte as the difference to the one above it: large even areas become zeros. */
    private static final int FILTER_UP = 2;

    private final int width;
    private final int height;
    /** One number a pixel, row by row: alpha, red, green, blue. */
    private final int[] pixels;

    private final boolean opaque;

    private PngWriter(Image image) {
        width = (int) image.getWidth();
        height = (int) image.getHeight();
        pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        opaque = Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == 0xff);
    }

    static void write(Image image, Path file) throws IOException {
        PngWriter writer = new PngWriter(image);
        try (DataOutputStream png = new DataOutputStream(Files.newOutputStream(file))) {
            png.write(SIGNATURE);
            writeChunk(png, "IHDR", writer.header());
            writeChunk(png, "IDAT", writer.data());
            writeChunk(png, "IEND", new byte[0]);
        }
    }

    private byte[] header() {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) BIT_DEPTH)
                .put((byte) (opaque ? COLOR_TYPE_RGB : COLOR_TYPE_RGBA))
                .array(); // compression, filter method and interlace stay 0
    }

    /** Compressed as usual: the best would take six times as long for a hundredth of the size. */
    private byte[] data() throws IOException {
        byte[] above = new byte[width * (opaque ? 3 : 4)];
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(compressed)) {
            for (int y = 0; y < height; y++) {
                byte[] row = row(y, above.length);
                out.write(FILTER_UP);
                out.write(difference(row, above));
                above = row;
            }
        }
        return compressed.toByteArray();
    }

    private byte[] row(int y, int length) {
        byte[] row = new byte[length];
        int at = 0;
        for (int x = 0; x < width; x++) {
            int argb = pixels[y * width + x];
            row[at++] = (byte) (argb >> 16);
            row[at++] = (byte) (argb >> 8);
            row[at++] = (byte) argb;
            if (!opaque) row[at++] = (byte) (argb >> 24);
        }
        return row;
    }

    private static byte[] difference(byte[] row, byte[] above) {
        byte[] difference = new byte[row.length];
        for (int i = 0; i < row.length; i++) {
            difference[i] = (byte) (row[i] - above[i]);
        }
        return difference;
    }

    private static void writeChunk(DataOutputStream png, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(content);
        png.writeInt(content.length);
        png.write(name);
        png.write(content);
        png.writeInt((int) checksum.getValue());
    }
}
