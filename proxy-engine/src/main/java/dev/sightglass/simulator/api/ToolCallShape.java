package dev.sightglass.simulator.api;

/** The forms in which Chat Completions streams have been seen to carry tool calls. */
public enum ToolCallShape {
    /** Id and name first, then the arguments, one call after the other: the usual form. */
    ONE_BY_ONE,
    /** Argument pieces of parallel calls take turns. */
    INTERLEAVED,
    /** Id, type and name are repeated in each chunk of a call. */
    ID_AND_NAME_REPEATED,
    /** The id comes in one chunk, the name in the next. */
    ID_AND_NAME_SPLIT,
    /** All calls start in one chunk and each further chunk carries a piece of every call. */
    ALL_IN_EACH_CHUNK,
    /** Text, whole calls and the finish reason in a single chunk. */
    EVERYTHING_IN_ONE_CHUNK
}
