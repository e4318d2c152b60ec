package dev.sightglass.app.control.body;

import java.util.Locale;

/** How a body is shown. */
public enum BodyMode {
    PRETTY,
    TREE,
    RAW,
    HEX;

    /** The word in keys and ids. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
