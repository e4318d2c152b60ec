package dev.sightglass.simulator.answer;

/** Why an answer ends. */
public enum Ending {
    /** By itself: after its text, or because it calls tools. */
    NATURAL,
    /** A forced tool call ends with the same word as plain text does. */
    STOP,
    /** The output token limit was reached. */
    LENGTH,
    /** The content filter stopped the answer. */
    CONTENT_FILTER
}
