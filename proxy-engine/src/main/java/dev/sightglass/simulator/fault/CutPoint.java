package dev.sightglass.simulator.fault;

/** Where in a stream something goes wrong. */
public enum CutPoint {
    /** The head has been sent, no event yet. */
    AFTER_HEAD,
    /** Half of the text has been sent. */
    MID_TEXT,
    /** Half of the chunks of tool calls have been sent. */
    MID_TOOL_CALL,
    /** The last content event is cut in half. */
    MID_EVENT,
    /** All content has been sent, the finish reason not. */
    BEFORE_FINISH,
    /** The finish reason has been sent; usage and end mark not. */
    AFTER_FINISH,
    /** After the last event. */
    AT_END
}
