package dev.sightglass.simulator.stream;

/** What an event of a stream is for, whatever the API calls it; faults find their place by it. */
public enum EventKind {
    /** Before anything of the answer: filter verdict on the prompt, keep-alive and the like. */
    PREAMBLE,
    /** Opens the answer or a part of it. */
    OPENING,
    TEXT,
    TOOL_CALL,
    REASONING,
    /** Closes a part of the answer. */
    CLOSING,
    /** A filter verdict that comes on its own. */
    FILTER,
    /** Carries the finish reason. */
    FINISH,
    USAGE,
    /** The API's end mark. */
    DONE
}
