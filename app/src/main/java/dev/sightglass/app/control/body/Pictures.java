package dev.sightglass.app.control.body;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.format.Human;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * Pictures inside payloads. The size is read from the header first: a small file can claim a picture that fills the memory.
 * Call off the FX thread.
 */
public final class Pictures {
    private static final long MOST_PIXELS = 40_000_000;
    private static final int LARGEST_SIDE = 1_600;

    private Pictures() {}

    /**
     * A picture, or why it is not shown.
     *
     * @param words size and format, or the reason
     */
    public record Loaded(@Nullable Image image, String words) {}

    /** Whether a JSON string at the position begins like a picture in base64. */
    static boolean isPicture(byte[] text, int at, int length) {
        if (at < 0 || at + 64 > length || text[at] != '"') return false;
        return format(new String(text, at + 1, 60, StandardCharsets.ISO_8859_1)) != null;
    }

    private static @Nullable String format(String base64) {
        String start = withoutPrefix(base64);
        if (start.startsWith("iVBORw0KGgo")) return "PNG";
        if (start.startsWith("/9j/")) return "JPEG";
        if (start.startsWith("R0lGOD")) return "GIF";
        if (start.startsWith("UklGR")) return "WebP";
        return null;
    }

    private static String withoutPrefix(String base64) {
        int comma = base64.startsWith("data:") ? base64.indexOf(',') : -1;
        return base64.substring(comma + 1);
    }

    /** Decodes a picture from base64, in quotes or not, with a {@code data:} prefix or without. */
    public static Loaded load(String base64) {
        String bare = base64.startsWith("\"") ? base64.substring(1, base64.length() - 1) : base64;
        String format = format(bare);
        if (format == null) return new Loaded(null, text("picture.unknown"));
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(withoutPrefix(bare).replace("\\/", "/"));
        } catch (IllegalArgumentException broken) {
            return new Loaded(null, text("picture.broken"));
        }
        return decode(bytes, format);
    }

    private static Loaded decode(byte[] bytes, String format) {
        long[] size = size(bytes, format);
        if (size[0] * size[1] > MOST_PIXELS) return new Loaded(null, text("picture.tooLarge", size[0], size[1]));
        Image image = format.equals("WebP") ? webp(bytes, size) : image(bytes, size);
        if (image == null) return new Loaded(null, text("picture.broken"));
        return new Loaded(image, text("picture.words", format, size[0], size[1], Human.bytes(bytes.length)));
    }

    private static @Nullable Image image(byte[] bytes, long[] size) {
        boolean large = size[0] > LARGEST_SIDE || size[1] > LARGEST_SIDE;
        double limit = large ? LARGEST_SIDE : 0;
        Image image = new Image(new ByteArrayInputStream(bytes), limit, limit, true, true);
        return image.isError() ? null : image;
    }

    /** JavaFX does not know the format; a size of nothing means that the header is not one. */
    private static @Nullable Image webp(byte[] bytes, long[] size) {
        return size[0] * size[1] == 0 ? null : WebpPicture.decode(bytes, LARGEST_SIDE);
    }

    /** Width and height as the header claims; zeros when it cannot be read. */
    private static long[] size(byte[] bytes, String format) {
        if (format.equals("PNG") && bytes.length > 24) {
            ByteBuffer header = ByteBuffer.wrap(bytes);
            return new long[] {header.getInt(16) & 0xFFFFFFFFL, header.getInt(20) & 0xFFFFFFFFL};
        }
        if (format.equals("GIF") && bytes.length > 10)
            return new long[] {(bytes[6] & 0xFF) | (bytes[7] & 0xFF) << 8, (bytes[8] & 0xFF) | (bytes[9] & 0xFF) << 8};
        if (format.equals("WebP")) return WebpPicture.size(bytes);
        return format.equals("JPEG") ? jpegSize(bytes) : new long[] {0, 0};
    }

    /** Walks the segments to the frame header (ITU T.81, B.2.2). */
    private static long[] jpegSize(byte[] bytes) {
        int at = 2;
        while (at + 9 < bytes.length && (bytes[at] & 0xFF) == 0xFF) {
            int marker = bytes[at + 1] & 0xFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) return new long[] {unsigned(bytes, at + 7), unsigned(bytes, at + 5)};
            at += 2 + unsigned(bytes, at + 2);
        }
        return new long[] {0, 0};
    }

    private static int unsigned(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}
