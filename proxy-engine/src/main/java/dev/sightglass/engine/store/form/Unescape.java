package dev.sightglass.engine.store.form;

/**
 * Undoes one level of JSON's escapes; outside of strings JSON has none. What is no escape of JSON stays, and so does one of a
 * plain character, which nobody writes.
 */
final class Unescape {
    private static final String SHORT = "ntrbf\"\\/";
    private static final String MEANT = "\n\t\r\b\f\"\\/";
    /** Stands for a character that is not ASCII. */
    private static final byte FOREIGN = (byte) 0xFF;

    private Unescape() {}

    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                out.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            int code = escaped == 'u' ? code(text, i + 1) : SHORT.indexOf(escaped);
            if (code < 0) out.append(c).append(escaped);
            else if (escaped != 'u') out.append(MEANT.charAt(code));
            else {
                out.append((char) code);
                i += 4;
            }
        }
        return out.toString();
    }

    private static int code(String text, int at) {
        if (at + 4 > text.length()) return -1;
        int code = 0;
        for (int i = at; i < at + 4; i++) code = code << 4 | digit(text.charAt(i));
        return code < 0 || Letters.isPlain((char) code) ? -1 : code;
    }

    /** All ones when it is none, which makes a number of them negative. */
    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /**
     * The same for those who look for ASCII alone.
     *
     * @param out where the text goes, which may be where it comes from when that starts at 0
     * @return its length, or -1 when there is no escape
     */
    static int ascii(byte[] bytes, int start, int end, byte[] out) {
        int to = 0;
        boolean any = false;
        int i = start;
        while (i < end) {
            byte b = bytes[i++];
            if (b != '\\' || i == end) {
                out[to++] = b;
                continue;
            }
            any = true;
            byte escaped = bytes[i++];
            int code = escaped == 'u' ? code(bytes, i, end) : escaped < 0 ? -1 : SHORT.indexOf(escaped);
            if (code < 0) {
                out[to++] = b;
                out[to++] = escaped;
            } else if (escaped != 'u') out[to++] = (byte) MEANT.charAt(code);
            else {
                out[to++] = code < 0x80 ? (byte) code : FOREIGN;
                i += 4;
            }
        }
        return any ? to : -1;
    }

    private static int code(byte[] bytes, int at, int end) {
        if (at + 4 > end) return -1;
        int code = 0;
        for (int i = at; i < at + 4; i++) code = code << 4 | digit((char) (bytes[i] & 0xFF));
        return code < 0 || Letters.isPlain((char) code) ? -1 : code;
    }
}
