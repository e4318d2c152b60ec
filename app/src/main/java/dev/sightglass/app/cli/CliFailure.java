package dev.sightglass.app.cli;

/** A command could not do what was asked. The message is one line for a person. */
final class CliFailure extends Exception {
    private static final long serialVersionUID = 1;

    CliFailure(String message) {
        super(message, null, false, false);
    }
}
