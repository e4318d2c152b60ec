package dev.sightglass.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * What a person added to an exchange.
 *
 * @param pinned kept by retention and by Clear
 * @param colour a colour's name from the app's palette, or null
 * @param note free text, or null
 */
public record Annotation(
        boolean pinned, @Nullable String colour, @Nullable String note) {
    public static final Annotation NONE = new Annotation(false, null, null);
}
