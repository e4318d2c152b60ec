package dev.sightglass.engine.detail;

import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said up to and including an exchange.
 *
 * @param bytes size of the request's body
 * @param problem why the request could not be read, or null
 */
public record Conversation(
        List<ContentBlock> system,
        List<Message> messages,
        List<Tool> tools,
        AnswerMessage answer,
        int bytes,
        @Nullable String problem) {
    public Conversation {
        system = List.copyOf(system);
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }
}
