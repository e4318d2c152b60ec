package dev.sightglass.app.control.text;

import java.nio.charset.StandardCharsets;

/**
 * A value inside a text.
 *
 * @param path such as {@code messages[3].content[0]}; empty for the whole text
 * @param text holds the value from {@code from} to {@code to}
 */
public record ValueAt(String path, byte[] text, int from, int to) {
    /** A string as the text that it stands for; anything else as it is written. */
    public String plain() {
        return JsonText.unquoted(written());
    }

    /** As it is written. */
    public String written() {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    /** Laid out as JSON. */
    public String json() {
        FormattedText laidOut = JsonFormatter.format(java.util.Arrays.copyOfRange(text, from, to));
        return new String(laidOut.bytes(), 0, laidOut.length(), StandardCharsets.UTF_8);
    }
}
