package dev.sightglass.app.window;

/** The system's clipboard, as far as the window writes to it. */
@FunctionalInterface
public interface Clipboards {
    void copy(String text);
}
