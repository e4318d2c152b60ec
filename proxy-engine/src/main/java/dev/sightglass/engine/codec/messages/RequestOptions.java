package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.model.message.ThinkingMode;
import dev.sightglass.engine.model.message.ToolChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request says beside its conversation and tools; null where it says nothing. Numbers that are only passed on keep
 * their own text.
 *
 * @param outputFormat JSON text of {@code output_config.format} (or the older {@code output_format})
 * @param effort {@code output_config.effort}
 * @param userId {@code metadata.user_id}
 */
public record RequestOptions(
        @Nullable String temperature,
        @Nullable String topP,
        @Nullable String topK,
        List<String> stopSequences,
        @Nullable ToolChoice toolChoice,
        @Nullable ThinkingMode thinking,
        @Nullable String effort,
        @Nullable String outputFormat,
        @Nullable String userId) {
    public RequestOptions {
        stopSequences = List.copyOf(stopSequences);
    }
}
