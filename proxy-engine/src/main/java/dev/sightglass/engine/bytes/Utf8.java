package dev.sightglass.engine.bytes;

/** Checks bytes to be UTF-8 as RFC 3629 has it: no overlong forms, no encoded surrogates, nothing above U+10FFFF. */
public final class Utf8 {
    private Utf8() {}

    /** The index of the first byte that is not part of well-formed UTF-8, or -1. */
    public static int firstInvalid(byte[] b) {
        return firstInvalid(b, b.length);
    }

    /** The same among the first {@code end} bytes. */
    public static int firstInvalid(byte[] b, int end) {
        int i = ByteScan.ascii(b, 0, end);
        while (i < end) {
            int length = sequenceLength(b, i, end);
            if (length == 0) return i;
            i = ByteScan.ascii(b, i + length, end);
        }
        return -1;
    }

    private static int sequenceLength(byte[] b, int i, int end) {
        int first = b[i] & 0xFF;
        if (first >= 0xC2 && first <= 0xDF) return continues(b, i + 1, end, 0x80, 0xBF) ? 2 : 0;
        if (first >= 0xE0 && first <= 0xEF) {
            int low = first == 0xE0 ? 0xA0 : 0x80;
            int high = first == 0xED ? 0x9F : 0xBF;
            return continues(b, i + 1, end, low, high) && continues(b, i + 2, end, 0x80, 0xBF) ? 3 : 0;
        }
        if (first >= 0xF0 && first <= 0xF4) {
            int low = first == 0xF0 ? 0x90 : 0x80;
            int high = first == 0xF4 ? 0x8F : 0xBF;
            boolean whole = continues(b, i + 1, end, low, high)
                    && continues(b, i + 2, end, 0x80, 0xBF)
                    && continues(b, i + 3, end, 0x80, 0xBF);
            return whole ? 4 : 0;
        }
        return 0;
    }

    private static boolean continues(byte[] b, int i, int end, int low, int high) {
        if (i >= end) return false;
        int value = b[i] & 0xFF;
        return value >= low && value <= high;
    }
}
