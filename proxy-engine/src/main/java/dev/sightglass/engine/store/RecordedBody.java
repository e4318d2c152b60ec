package dev.sightglass.engine.store;

import dev.sightglass.engine.model.Body;

/**
 * A body as kept.
 *
 * @param bytes what is kept, from the start; fewer than {@code body.size()} when truncated or still arriving
 * @param marks arrival times of the pieces; empty for bodies that came whole
 */
public record RecordedBody(Body body, byte[] bytes, ArrivalMarks marks) {
    public static final RecordedBody EMPTY = new RecordedBody(Body.EMPTY, new byte[0], ArrivalMarks.NONE);
}
