package dev.sightglass.app.inspector.stream;

import dev.sightglass.engine.detail.StreamDelta;
import dev.sightglass.engine.detail.StreamEventView;

/**
 * One event in the list.
 *
 * @param fromAzure true for Azure's events, false for those sent to Claude Code
 */
record StreamRow(boolean fromAzure, StreamEventView event, StreamDelta delta) {
    /** Longer silences are marked: clients give up on streams that stay silent. */
    static final long LONG_GAP = 5_000_000_000L;

    boolean afterLongGap() {
        return event.gap() > LONG_GAP;
    }

    /** The event's name: its type, or what it carries where the API names no types. */
    String name() {
        if (event.type() != null) return event.type();
        return switch (delta.kind()) {
            case DONE -> "[DONE]";
            case PING -> "comment";
            case TEXT, THINKING, TOOL_START, TOOL_INPUT, STOP, USAGE, FILTER, ERROR, OTHER -> "chunk";
        };
    }
}
