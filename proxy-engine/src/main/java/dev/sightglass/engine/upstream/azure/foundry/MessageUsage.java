package dev.sightglass.engine.upstream.azure.foundry;

import dev.sightglass.engine.model.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Usage as the Messages API reports it; later events of a stream repeat counts with their newest values. */
final class MessageUsage {
    private MessageUsage() {}

    static Usage merged(@Nullable Usage before, JsonNode reported) {
        JsonNode creation = reported.path("cache_creation");
        JsonNode details = reported.path("output_tokens_details");
        return new Usage(
                Usage.Source.REPORTED,
                newest(reported, "input_tokens", before == null ? null : before.input()),
                newest(reported, "cache_read_input_tokens", before == null ? null : before.cacheRead()),
                newest(reported, "cache_creation_input_tokens", before == null ? null : before.cacheCreation()),
                newest(creation, "ephemeral_1h_input_tokens", before == null ? null : before.cacheCreation1h()),
                newest(reported, "output_tokens", before == null ? null : before.output()),
                newest(details, "thinking_tokens", before == null ? null : before.reasoning()),
                null,
                null,
                null,
                null);
    }

    private static @Nullable Long newest(JsonNode object, String name, @Nullable Long before) {
        JsonNode value = object.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? (Long) value.asLong() : before;
    }
}
