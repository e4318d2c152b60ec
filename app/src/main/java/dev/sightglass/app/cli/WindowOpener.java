package dev.sightglass.app.cli;

import java.util.List;

/** Opens the window and stays in it; apart, so that commands without one never load its classes. */
@FunctionalInterface
public interface WindowOpener {
    /**
     * Opens the window and returns when it is closed.
     *
     * @param arguments the command line's own, for {@code AppOptions.parse}
     */
    int open(List<String> arguments) throws Exception;
}
