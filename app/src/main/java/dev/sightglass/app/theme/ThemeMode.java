package dev.sightglass.app.theme;

/** Which of the two themes a person wants. */
public enum ThemeMode {
    /** As the operating system says. */
    SYSTEM,
    LIGHT,
    DARK
}
