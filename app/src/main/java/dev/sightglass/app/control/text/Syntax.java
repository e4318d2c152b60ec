package dev.sightglass.app.control.text;

/** What a text is written in, for colours and for formatting. */
public enum Syntax {
    JSON,
    /** {@code text/event-stream}, usually with JSON after {@code data:}. */
    SSE,
    /** One JSON value a line. */
    JSON_LINES,
    PLAIN
}
