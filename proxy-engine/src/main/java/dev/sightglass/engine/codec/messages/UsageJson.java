package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.model.Usage;
import org.jspecify.annotations.Nullable;

/** Usage as the Messages API writes it; counts that are not known are zero, since the client demands numbers. */
final class UsageJson {
    private UsageJson() {}

    static void write(@Nullable Usage usage, JsonOut out) {
        out.beginObject()
                .field("input_tokens", usage == null ? 0 : orZero(usage.input()))
                .field("cache_creation_input_tokens", usage == null ? 0 : orZero(usage.cacheCreation()))
                .field("cache_read_input_tokens", usage == null ? 0 : orZero(usage.cacheRead()))
                .field("output_tokens", usage == null ? 0 : orZero(usage.output()));
        if (usage != null && usage.reasoning() != null)
            out.name("output_tokens_details")
                    .beginObject()
                    .field("thinking_tokens", usage.reasoning())
                    .endObject();
        out.endObject();
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
