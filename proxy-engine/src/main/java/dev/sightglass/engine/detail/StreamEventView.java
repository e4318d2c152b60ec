package dev.sightglass.engine.detail;

import org.jspecify.annotations.Nullable;

/**
 * One server-sent event of a recorded body (WHATWG HTML, "Server-sent events").
 *
 * @param index counts from 0
 * @param type the {@code event} field, or null when the event has none (Chat Completions)
 * @param data the {@code data} lines joined by line feeds, or null when the event has none
 * @param comment the comment lines, or null when there are none
 * @param at nanoseconds from the exchange's first byte to this event's last byte, or -1 when not recorded
 * @param gap nanoseconds since the event before, or since the exchange's first byte; -1 when not recorded
 * @param offset where the event starts in the decoded body
 * @param size bytes of the event, blank line included
 * @param complete false for what the end of the body cut off
 */
public record StreamEventView(
        int index,
        @Nullable String type,
        @Nullable String data,
        @Nullable String comment,
        long at,
        long gap,
        int offset,
        int size,
        boolean complete) {}
