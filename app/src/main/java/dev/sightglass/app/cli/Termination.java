package dev.sightglass.app.cli;

/** The wish of somebody outside that the program ends. */
public interface Termination {
    /** Waits for the wish. */
    void await() throws InterruptedException;

    /** The program has put everything away and ends with this exit code. */
    void finished(int exitCode);
}
