package dev.sightglass.engine.tokens;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A picture's size in pixels, read from its header; the pixels are never decoded. */
record ImageSize(int width, int height) {
    /** A JPEG's size may come after a preview and a colour profile. */
    private static final int HEADER_CHARACTERS = 1 << 20;

    static Optional<ImageSize> ofBase64(String base64) {
        int length = Math.min(base64.length(), HEADER_CHARACTERS) & ~3;
        if (length == 0) return Optional.empty();
        try {
            return of(Base64.getDecoder().decode(base64.substring(0, length)));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // no base64, no size
        }
    }

    /** The size of a PNG, GIF, WebP or JPEG; empty for anything else and for a damaged header. */
    static Optional<ImageSize> of(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        try {
            return sized(header).filter(size -> size.width > 0 && size.height > 0);
        } catch (IndexOutOfBoundsException _) {
            return Optional.empty(); // cut off before its size
        }
    }

    private static Optional<ImageSize> sized(ByteBuffer b) {
        if (text(b, 1, "PNG")) return Optional.of(new ImageSize(b.getInt(16), b.getInt(20)));
        if (text(b, 0, "GIF8")) {
            b.order(ByteOrder.LITTLE_ENDIAN);
            return Optional.of(new ImageSize(b.getChar(6), b.getChar(8)));
        }
        if (text(b, 0, "RIFF") && text(b, 8, "WEBP")) return webp(b.order(ByteOrder.LITTLE_ENDIAN));
        return b.getChar(0) == 0xFFD8 ? jpeg(b) : Optional.empty();
    }

    /** RFC 9649: lossy, lossless and extended files keep their size in different places. */
    private static Optional<ImageSize> webp(ByteBuffer b) {
        if (text(b, 12, "VP8 ")) return Optional.of(new ImageSize(b.getChar(26) & 0x3FFF, b.getChar(28) & 0x3FFF));
        if (text(b, 12, "VP8L")) {
            int bits = b.getInt(21);
            return Optional.of(new ImageSize((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1));
        }
        if (text(b, 12, "VP8X"))
            return Optional.of(new ImageSize((b.getInt(24) & 0xFFFFFF) + 1, (b.getInt(26) >>> 8) + 1));
        return Optional.empty();
    }

    /** Walks over the segments to the frame header (SOF0 to SOF15 but for the tables DHT, JPG and DAC). */
    private static Optional<ImageSize> jpeg(ByteBuffer b) {
        int at = 2;
        while ((b.get(at) & 0xFF) == 0xFF) {
            int marker = b.get(at + 1) & 0xFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) return Optional.of(new ImageSize(b.getChar(at + 7), b.getChar(at + 5)));
            boolean alone = marker == 0xFF || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
            at += alone ? (marker == 0xFF ? 1 : 2) : 2 + b.getChar(at + 2);
        }
        return Optional.empty();
    }

    private static boolean text(ByteBuffer b, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < wanted.length; i++) if (b.get(at + i) != wanted[i]) return false;
        return true;
    }
}
