package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.model.Usage;
import dev.sightglass.engine.model.message.ContentBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer in the Messages API's terms.
 *
 * @param model what the client is told as the model
 * @param usage null when the upstream did not say; the client is told zeros then
 */
public record Answer(
        String id,
        String model,
        List<ContentBlock> content,
        String stopReason,
        @Nullable Usage usage) {
    public Answer {
        content = List.copyOf(content);
    }
}
