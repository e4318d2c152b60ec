package dev.sightglass.app.control;

import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link KeyValueGrid}.
 *
 * @param value as shown
 * @param exact what is copied and shown in the tooltip where it says more than {@code value}
 * @param style a further style class such as {@code mono}, {@code muted}, {@code danger}, or null
 */
public record KeyValue(
        String key,
        String value,
        @Nullable String exact,
        @Nullable String style) {
    public static KeyValue of(String key, String value) {
        return new KeyValue(key, value, null, null);
    }

    public static KeyValue of(String key, String value, String exact) {
        return new KeyValue(key, value, exact, null);
    }

    /** An id, address or name that must be read letter by letter. */
    public static KeyValue mono(String key, String value) {
        return new KeyValue(key, value, null, "mono");
    }

    /** What goes to the clipboard. */
    public String copied() {
        return exact == null ? value : exact;
    }
}
