package dev.sightglass.app.control.text;

import dev.sightglass.engine.bytes.ByteScan;

/** Finds the end of single JSON tokens in UTF-8 bytes (RFC 8259); never copies, never recurses. */
final class JsonScanner {
    private JsonScanner() {}

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    static int skipSpace(byte[] text, int at, int end) {
        while (at < end && isSpace(text[at])) at++;
        return at;
    }

    /** The place after the string whose opening quote stands at {@code at}; -1 when it never ends. */
    static int stringEnd(byte[] text, int at, int end) {
        int i = at + 1;
        while (i < end) {
            i = ByteScan.either(text, i, end, (byte) '"', (byte) '\\');
            if (i < end && text[i] == '"') return i + 1;
            i += 2;
        }
        return -1;
    }

    /** The same for a string in which nothing is wrong; -1 for every other. */
    static int flawlessEnd(byte[] text, int at, int end) {
        int i = at + 1;
        while (true) {
            i = ByteScan.stringStop(text, i, end);
            if (i >= end) return -1;
            if (text[i] == '"') return i + 1;
            if (text[i] != '\\' || i + 1 >= end || !escapes(text, i + 1, end)) return -1;
            i += 2;
        }
    }

    /** The first place inside a string that RFC 8259 forbids (a bare control character, an unknown escape), or -1. */
    static int stringFault(byte[] text, int at, int end) {
        for (int i = at + 1; i < end - 1; i++) {
            byte b = text[i];
            if (b >= 0 && b < 0x20) return i;
            if (b == '\\' && !escapes(text, ++i, end)) return i - 1;
        }
        return -1;
    }

    /** The byte after the value that begins at {@code from}. */
    static int valueEnd(byte[] text, int from, int length) {
        if (from >= length) return length;
        if (text[from] == '"') {
            int to = stringEnd(text, from, length);
            return to < 0 ? length : to;
        }
        if (text[from] != '{' && text[from] != '[') return Math.max(from, wordEnd(text, from, length));
        int depth = 0;
        int i = from;
        while (i < length) {
            byte b = text[i];
            if (b == '"') {
                int to = stringEnd(text, i, length);
                if (to < 0) return length;
                i = to;
                continue;
            }
            if (b == '{' || b == '[') depth++;
            if ((b == '}' || b == ']') && --depth == 0) return i + 1;
            i++;
        }
        return length;
    }

    private static boolean escapes(byte[] text, int at, int end) {
        return switch (text[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> true;
            case 'u' ->
                at + 4 < end && hex(text[at + 1]) && hex(text[at + 2]) && hex(text[at + 3]) && hex(text[at + 4]);
            default -> false;
        };
    }

    /** Bytes of the escape at a backslash: 2, 6, or 12 for two that stand for one character beyond U+FFFF. */
    static int escapeLength(byte[] text, int at, int end) {
        if (at + 1 >= end) return 1;
        if (text[at + 1] != 'u' || !escapes(text, at + 1, end)) return 2;
        boolean high = at + 12 <= end && Character.isHighSurrogate((char) unit(text, at + 2)) && text[at + 6] == '\\';
        boolean pair = high && text[at + 7] == 'u' && escapes(text, at + 7, end);
        return pair && Character.isLowSurrogate((char) unit(text, at + 8)) ? 12 : 6;
    }

    /** The character that an escape of this length stands for; the one after the backslash when JSON does not know it. */
    static int escaped(byte[] text, int at, int length) {
        if (length == 12) return Character.toCodePoint((char) unit(text, at + 2), (char) unit(text, at + 8));
        if (length == 6) return unit(text, at + 2);
        if (length == 1) return '\\';
        return switch (text[at + 1]) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> text[at + 1] & 0xFF;
        };
    }

    private static int unit(byte[] text, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) value = value * 16 + Character.digit(text[i], 16);
        return value;
    }

    private static boolean hex(byte b) {
        return Character.digit(b, 16) >= 0;
    }

    /** The place after the run of characters that can belong to a number or a word. */
    static int wordEnd(byte[] text, int at, int end) {
        int i = at;
        while (i < end && isWord(text[i])) i++;
        return i;
    }

    private static boolean isWord(byte b) {
        boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
        return letter || (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.';
    }

    /** Whether the word is {@code true}, {@code false}, {@code null} or a number. */
    static boolean isScalar(byte[] text, int from, int to) {
        return switch (text[from]) {
            case 't' -> same(text, from, to, "true");
            case 'f' -> same(text, from, to, "false");
            case 'n' -> same(text, from, to, "null");
            default -> isNumber(text, from, to);
        };
    }

    private static boolean same(byte[] text, int from, int to, String word) {
        if (to - from != word.length()) return false;
        for (int i = 0; i < word.length(); i++) if (text[from + i] != word.charAt(i)) return false;
        return true;
    }

    private static boolean isNumber(byte[] text, int from, int to) {
        int i = text[from] == '-' ? from + 1 : from;
        int whole = digits(text, i, to);
        if (whole == i || (text[i] == '0' && whole > i + 1)) return false;
        i = whole;
        if (i < to && text[i] == '.') {
            int fraction = digits(text, i + 1, to);
            if (fraction == i + 1) return false;
            i = fraction;
        }
        if (i < to && (text[i] == 'e' || text[i] == 'E')) {
            int sign = i + 1 < to && (text[i + 1] == '+' || text[i + 1] == '-') ? i + 2 : i + 1;
            i = digits(text, sign, to);
            if (i == sign) return false;
        }
        return i == to;
    }

    private static int digits(byte[] text, int at, int end) {
        while (at < end && text[at] >= '0' && text[at] <= '9') at++;
        return at;
    }
}
