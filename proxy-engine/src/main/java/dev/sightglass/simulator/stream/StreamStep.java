package dev.sightglass.simulator.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One thing to do while a stream is played. */
public sealed interface StreamStep {
    /**
     * Sends a server-sent event.
     *
     * @param name the event's name; null sends no {@code event:} line
     * @param data its data, of one line
     */
    record Event(EventKind kind, @Nullable String name, String data) implements StreamStep {}

    /** Sends bytes that are no well-formed event. */
    record Bytes(byte[] content) implements StreamStep {}

    /** Lets time pass. */
    record Pause(Duration length) implements StreamStep {}

    /** Waits until a test opens the gate. */
    record Hold(Gate gate) implements StreamStep {}

    /** Ends the connection without ending the body. */
    record Break(Breakage how) implements StreamStep {}

    /** Says nothing more and keeps the connection until the client leaves. */
    record StayOpen() implements StreamStep {}

    /** An event without a name whose data is JSON. */
    static Event chunk(EventKind kind, JsonNode data) {
        return new Event(kind, null, data.toString());
    }

    /** An event whose name is repeated as the data's {@code type}. */
    static Event named(EventKind kind, JsonNode data) {
        return new Event(kind, data.path("type").asString(), data.toString());
    }

    static Bytes bytes(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    default boolean isOf(EventKind kind) {
        return this instanceof Event event && event.kind() == kind;
    }
}
