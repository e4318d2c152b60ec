package dev.sightglass.app.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

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

    private PngWriter() {}

    static void write(Image image, Path file) throws IOException {
        boolean opaque = isOpaque(image);
        try (DataOutputStream png = new DataOutputStream(Files.newOutputStream(file))) {
            png.write(SIGNATURE);
            writeChunk(png, "IHDR", header(image, opaque));
            writeChunk(png, "IDAT", pixels(image, opaque));
            writeChunk(png, "IEND", new byte[0]);
        }
    }

    private static boolean isOpaque(Image image) {
        PixelReader reader = image.getPixelReader();
        for (int y = 0; y < height(image); y++) {
            for (int x = 0; x < width(image); x++) {
                if (reader.getArgb(x, y) >>> 24 != 0xff) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] header(Image image, boolean opaque) {
        return ByteBuffer.allocate(13)
                .putInt(width(image))
                .putInt(height(image))
                .put((byte) BIT_DEPTH)
                .put((byte) (opaque ? COLOR_TYPE_RGB : COLOR_TYPE_RGBA))
                .array(); // compression, filter method and interlace stay 0
    }

    private static byte[] pixels(Image image, boolean opaque) throws IOException {
        int channels = opaque ? 3 : 4;
        byte[] above = new byte[width(image) * channels];
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (OutputStream out = new DeflaterOutputStream(compressed, deflater)) {
            for (int y = 0; y < height(image); y++) {
                byte[] row = row(image, y, channels);
                out.write(FILTER_UP);
                out.write(difference(row, above));
                above = row;
            }
        } finally {
            deflater.end();
        }
        return compressed.toByteArray();
    }

    private static byte[] row(Image image, int y, int channels) {
        PixelReader reader = image.getPixelReader();
        byte[] row = new byte[width(image) * channels];
        for (int x = 0; x < width(image); x++) {
            int argb = reader.getArgb(x, y);
            row[x * channels] = (byte) (argb >> 16);
            row[x * channels + 1] = (byte) (argb >> 8);
            row[x * channels + 2] = (byte) argb;
            if (channels == 4) {
                row[x * channels + 3] = (byte) (argb >> 24);
            }
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

    private static int width(Image image) {
        return (int) image.getWidth();
    }

    private static int height(Image image) {
        return (int) image.getHeight();
    }
}
