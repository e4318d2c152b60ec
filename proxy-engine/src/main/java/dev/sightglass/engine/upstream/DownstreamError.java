package dev.sightglass.engine.upstream;

import dev.sightglass.engine.model.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An upstream error as the client gets it.
 *
 * @param headers what to send beside content-type: retry-after, x-should-retry, rate limits, request ids
 * @param type the envelope's error type
 * @param code Azure's own code, or null
 * @param body the envelope's bytes, or the upstream's own bytes on pass-through
 */
public record DownstreamError(
        int status, Headers headers, String type, @Nullable String code, String message, byte[] body) {}
