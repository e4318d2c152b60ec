package dev.sightglass.simulator.answer;

import java.time.Duration;

/**
 * When an answer's pieces leave.
 *
 * @param beforeFirst silence between the request and the head of the answer
 * @param between silence before each piece of content
 */
public record Pace(Duration beforeFirst, Duration between) {
    /** As fast as the wire takes it. */
    public static final Pace AT_ONCE = new Pace(Duration.ZERO, Duration.ZERO);
}
