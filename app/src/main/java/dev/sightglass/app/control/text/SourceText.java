package dev.sightglass.app.control.text;

/**
 * The text that positions of rows count in.
 *
 * @param bytes must not change
 * @param length number of bytes that belong to the text
 */
public record SourceText(byte[] bytes, int length, Syntax syntax) {
    /**
     * The place in another layout of the same text that stands for a place in this one: layouts differ in white space only.
     * One pass up to the position.
     */
    public int carry(int position, SourceText other) {
        if (other.bytes == bytes) return Math.min(position, other.length);
        int at = 0;
        int there = 0;
        int end = Math.min(position, length);
        while (at < end && there < other.length) {
            if (bytes[at] == other.bytes[there]) {
                at++;
                there++;
            } else if (isSpace(bytes[at])) {
                at++;
            } else if (isSpace(other.bytes[there])) {
                there++;
            } else {
                return there;
            }
        }
        if (at < length && !isSpace(bytes[at]))
            while (there < other.length && bytes[at] != other.bytes[there] && isSpace(other.bytes[there])) there++;
        return there;
    }

    private static boolean isSpace(byte b) {
        return JsonScanner.isSpace(b);
    }
}
