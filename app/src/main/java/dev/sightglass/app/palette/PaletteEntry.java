package dev.sightglass.app.palette;

import org.jspecify.annotations.Nullable;

/**
 * A line of the palette.
 *
 * @param id the same from run to run, for what was used last
 * @param keys the shortcut as it is printed on keyboards; null for none
 * @param enabled whether it can be done now
 */
public record PaletteEntry(
        String id, Kind kind, String title, @Nullable String keys, boolean enabled, Runnable command) {
    /** What a line leads to; the order of the lines before anything is typed. */
    public enum Kind {
        COMMAND,
        PANEL,
        FILTER,
        SESSION,
        SETTING,
        THEME
    }
}
