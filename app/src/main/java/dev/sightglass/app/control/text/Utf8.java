package dev.sightglass.app.control.text;

/** UTF-8 read byte by byte, broken sequences included (RFC 3629). */
final class Utf8 {
    /** Stands for a byte that belongs to no character. */
    static final int BROKEN = -1;

    private Utf8() {}

    /** Bytes of the character at the position; 1 for a broken one. */
    static int length(byte[] bytes, int at, int end) {
        int b = bytes[at];
        if (b >= 0) return 1;
        int wanted = (b & 0xE0) == 0xC0 ? 2 : (b & 0xF0) == 0xE0 ? 3 : (b & 0xF8) == 0xF0 ? 4 : 1;
        if (at + wanted > end) return 1;
        for (int i = 1; i < wanted; i++) if ((bytes[at + i] & 0xC0) != 0x80) return 1;
        return wanted;
    }

    /** The character at the position, or {@link #BROKEN}. */
    static int codePoint(byte[] bytes, int at, int end) {
        int b = bytes[at];
        if (b >= 0) return b;
        return switch (length(bytes, at, end)) {
            case 2 -> checked((b & 0x1F) << 6 | low(bytes, at + 1), 0x80);
            case 3 -> checked((b & 0x0F) << 12 | low(bytes, at + 1) << 6 | low(bytes, at + 2), 0x800);
            case 4 ->
                checked(
                        (b & 0x07) << 18 | low(bytes, at + 1) << 12 | low(bytes, at + 2) << 6 | low(bytes, at + 3),
                        0x10000);
            default -> BROKEN;
        };
    }

    private static int low(byte[] bytes, int at) {
        return bytes[at] & 0x3F;
    }

    /** Too long a form, a lone surrogate and a number beyond Unicode are broken too. */
    private static int checked(int codePoint, int least) {
        boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
        return codePoint < least || surrogate || codePoint > 0x10FFFF ? BROKEN : codePoint;
    }

    /** Columns that the character takes, roughly: tabs and marks for invisible characters counted as drawn. */
    static int columns(byte[] bytes, int at, int end) {
        if (bytes[at] >= 0x20) return 1;
        int codePoint = codePoint(bytes, at, end);
        if (codePoint == '\t') return RowDecoder.TAB.length();
        if (codePoint == BROKEN || Invisible.needsMark(codePoint))
            return Invisible.mark(codePoint, bytes[at]).length();
        return codePoint >= 0x1100 && isWide(codePoint) ? 2 : 1;
    }

    /** East Asian wide characters and pictures. */
    private static boolean isWide(int c) {
        return c <= 0x115F
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || c >= 0x20000;
    }
}
