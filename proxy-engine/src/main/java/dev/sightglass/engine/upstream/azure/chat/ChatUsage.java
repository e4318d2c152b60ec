package dev.sightglass.engine.upstream.azure.chat;

import dev.sightglass.engine.model.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Token counts of Chat Completions in the Messages API's terms: cached tokens are part of its input and are taken out. */
final class ChatUsage {
    private ChatUsage() {}

    /** @param usage the {@code usage} object; null for anything else */
    static @Nullable Usage of(@Nullable JsonNode usage) {
        if (usage == null || !usage.isObject()) return null;
        JsonNode in = usage.path("prompt_tokens_details");
        JsonNode out = usage.path("completion_tokens_details");
        Long prompt = count(usage, "prompt_tokens");
        Long read = count(in, "cached_tokens");
        Long written = count(in, "cache_write_tokens");
        return new Usage(
                Usage.Source.REPORTED,
                prompt == null ? null : Math.max(0, prompt - orZero(read) - orZero(written)),
                read,
                written,
                null,
                count(usage, "completion_tokens"),
                count(out, "reasoning_tokens"),
                count(in, "audio_tokens"),
                count(out, "audio_tokens"),
                count(out, "accepted_prediction_tokens"),
                count(out, "rejected_prediction_tokens"));
    }

    private static @Nullable Long count(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isIntegralNumber() && value.canConvertToLong() ? Math.max(0, value.asLong()) : null;
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
