package dev.sightglass.simulator.stream;

/** How a connection ends before its time. */
public enum Breakage {
    /** An orderly close (FIN) in the middle of a body. */
    CLOSE,
    /** A reset (RST). */
    RESET,
    /** The body itself ends as if it were whole. */
    END_OF_BODY
}
