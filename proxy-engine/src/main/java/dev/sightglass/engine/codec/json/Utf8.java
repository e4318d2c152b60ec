package dev.sightglass.engine.codec.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Checks bytes to be UTF-8 as RFC 3629 has it: no overlong forms, no encoded surrogates, nothing above U+10FFFF. */
public final class Utf8 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /** The index of the first byte that is not part of well-formed UTF-8, or -1. */
    public static int firstInvalid(byte[] b) {
        int i = 0;
        while (i < b.length) {
            if (i + 8 <= b.length && ((long) LONGS.get(b, i) & HIGH_BITS) == 0) {
                i += 8;
            } else if (b[i] >= 0) {
                i++;
            } else {
                int length = sequenceLength(b, i);
                if (length == 0) return i;
                i += length;
            }
        }
        return -1;
    }

    private static int sequenceLength(byte[] b, int i) {
        int first = b[i] & 0xFF;
        if (first >= 0xC2 && first <= 0xDF) return continues(b, i + 1, 0x80, 0xBF) ? 2 : 0;
        if (first >= 0xE0 && first <= 0xEF) {
            int low = first == 0xE0 ? 0xA0 : 0x80;
            int high = first == 0xED ? 0x9F : 0xBF;
            return continues(b, i + 1, low, high) && continues(b, i + 2, 0x80, 0xBF) ? 3 : 0;
        }
        if (first >= 0xF0 && first <= 0xF4) {
            int low = first == 0xF0 ? 0x90 : 0x80;
            int high = first == 0xF4 ? 0x8F : 0xBF;
            boolean whole = continues(b, i + 1, low, high)
                    && continues(b, i + 2, 0x80, 0xBF)
                    && continues(b, i + 3, 0x80, 0xBF);
            return whole ? 4 : 0;
        }
        return 0;
    }

    private static boolean continues(byte[] b, int i, int low, int high) {
        if (i >= b.length) return false;
        int value = b[i] & 0xFF;
        return value >= low && value <= high;
    }
}
