package dev.sightglass.engine.codec.sse;

/**
 * One event of a stream.
 *
 * @param type the {@code event} field; empty when there was none
 * @param data the {@code data} lines, joined with line feeds
 */
public record SseEvent(String type, String data) {}
