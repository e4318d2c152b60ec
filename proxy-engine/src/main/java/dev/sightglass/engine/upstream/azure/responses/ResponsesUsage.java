package dev.sightglass.engine.upstream.azure.responses;

import dev.sightglass.engine.model.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Token counts of the Responses API in the Messages API's terms: cached tokens are part of its input and are taken out. */
final class ResponsesUsage {
    private ResponsesUsage() {}

    /** @param usage the {@code usage} object; null for anything else */
    static @Nullable Usage of(JsonNode usage) {
        if (!usage.isObject()) return null;
        JsonNode in = usage.path("input_tokens_details");
        Long input = count(usage, "input_tokens");
        Long read = count(in, "cached_tokens");
        Long written = count(in, "cache_write_tokens");
        return new Usage(
                Usage.Source.REPORTED,
                input == null ? null : Math.max(0, input - orZero(read) - orZero(written)),
                read,
                written,
                null,
                count(usage, "output_tokens"),
                count(usage.path("output_tokens_details"), "reasoning_tokens"),
                null,
                null,
                null,
                null);
    }

    private static @Nullable Long count(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? (Long) Math.max(0, value.asLong()) : null;
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
