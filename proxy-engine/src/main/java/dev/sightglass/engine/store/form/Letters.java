package dev.sightglass.engine.store.form;

/** Which characters make words, and which are the same when letter case does not count. */
final class Letters {
    /** From here on scripts are written without spaces between words. */
    private static final char DENSE = 0x2E80;

    private static final char UNREADABLE = 0xFFFD;

    private Letters() {}

    /** An ASCII letter or digit. */
    static boolean isWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    static boolean isForeign(char c) {
        return c >= 0x80 && c != UNREADABLE;
    }

    /** Punctuation of ASCII; not the backslash, since it begins an escape. */
    static boolean isSign(int c) {
        return c > ' ' && c < 0x7F && !isWord(c) && c != '\\';
    }

    static boolean isDense(char c) {
        return c >= DENSE;
    }

    /** Never written as an escape by any JSON writer met so far, and with no other letter case than its own two. */
    static boolean isPlain(char c) {
        return isWord(c) || " _-.,:;()[]{}#*!?@%$^|~".indexOf(c) >= 0;
    }

    /** In small letters, one character for one. What is not ASCII does not become it: a Kelvin sign is no k. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int lower = Character.toLowerCase(c);
            boolean same = (lower < 0x80 && c >= 0x80) || Character.charCount(lower) != Character.charCount(c);
            folded.appendCodePoint(same ? c : lower);
            i += Character.charCount(c);
        }
        return folded.toString();
    }

    static byte fold(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
    }
}
