package dev.sightglass.app.control.text;

import org.jspecify.annotations.Nullable;

/**
 * A text laid out for reading.
 *
 * @param bytes UTF-8, valid up to {@code length}
 * @param fault the first place that is no JSON; from there on the text stands as received
 */
public record FormattedText(
        byte[] bytes, int length, @Nullable JsonFault fault) {}
