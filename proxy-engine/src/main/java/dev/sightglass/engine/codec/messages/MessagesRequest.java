package dev.sightglass.engine.codec.messages;

import org.jspecify.annotations.Nullable;

/**
 * A request of the Messages API, read from its bytes.
 *
 * @param raw the bytes as received
 */
public record MessagesRequest(
        byte[] raw, String model, boolean stream, @Nullable Integer maxTokens) {}
