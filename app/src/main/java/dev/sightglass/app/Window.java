package dev.sightglass.app;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;

/** Starts JavaFX and opens the window in it. */
final class Window {
    /** Kept here, since loggers that nobody holds lose their level. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Window() {}

    /** Returns the exit code once the window is closed. */
    static int open(List<String> arguments) {
        // JavaFX warns at each start from the class path, which is how this app runs on purpose.
        JAVAFX.setLevel(Level.SEVERE);
        Application.launch(InspectorApp.class, arguments.toArray(String[]::new));
        return 0;
    }
}
