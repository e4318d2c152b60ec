package dev.sightglass.engine.importing;

import java.io.IOException;

/** A file that cannot be opened as exchanges. The message says what is wrong, where, and what to do; for people. */
public final class ImportRefused extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Place place;

    /** @param what is wrong, in a sentence without its full stop */
    ImportRefused(String what, Place place) {
        super(what + " (" + place + ").");
        this.place = place;
    }

    /** Where in the file. */
    public Place place() {
        return place;
    }

    /**
     * A place in a file.
     *
     * @param line counts from 1
     * @param offset in bytes from the file's start
     */
    public record Place(long line, long offset) {
        static final Place START = new Place(1, 0);

        @Override
        public String toString() {
            return "line " + line + ", byte " + offset;
        }
    }
}
