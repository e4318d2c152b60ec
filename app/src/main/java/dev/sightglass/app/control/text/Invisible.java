package dev.sightglass.app.control.text;

import java.util.Locale;

/**
 * Characters that would be invisible or would change how others are shown: control characters, bidi controls (CVE-2021-42574),
 * zero-width characters. They are drawn as marks.
 */
public final class Invisible {
    private Invisible() {}

    static boolean needsMark(int c) {
        return c < 0x20
                || (c >= 0x7F && c < 0xA0)
                || c == 0xAD
                || c == 0x061C
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || (c >= 0xE0000 && c <= 0xE007F);
    }

    /** The mark of a character, or of a byte that belongs to none. */
    static String mark(int codePoint, byte b) {
        return codePoint == Utf8.BROKEN
                ? String.format(Locale.ROOT, "<%02X>", b & 0xFF)
                : String.format(Locale.ROOT, "<U+%04X>", codePoint);
    }

    /** The text with every such character replaced by its mark; line breaks and tabs stay. */
    public static String visible(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean lone = c >= 0xD800 && c <= 0xDFFF;
            if (lone || (c != '\n' && c != '\t' && c != '\r' && needsMark(c))) {
                if (out == null) out = new StringBuilder(text.length() + 16).append(text, 0, i);
                out.append(mark(c, (byte) 0));
            } else if (out != null) {
                out.append(text, i, next);
            }
            i = next;
        }
        return out == null ? text : out.toString();
    }
}
