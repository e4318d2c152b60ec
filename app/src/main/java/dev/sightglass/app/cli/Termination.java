package dev.sightglass.app.cli;

/** The wish of somebody outside that the program ends. */
public interface Termination {
    /** From now on the wish holds the process until {@link #finished}, instead of ending it at once. */
    void watch();

    /** Waits for the wish. */
    void await() throws InterruptedException;

    /** The program has put everything away and ends with this exit code. */
    void finished(int exitCode);
}
