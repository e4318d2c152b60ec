package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.OtherField;
import dev.sightglass.engine.model.message.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request of the Messages API, read from its bytes. Parts that equal parts of earlier requests are the same objects.
 *
 * @param raw the bytes as received
 * @param system the system prompt; a plain string is one text block
 * @param other top-level fields that have no component here; a dotted name for fields inside {@code output_config} and
 *     {@code metadata}
 */
public record MessagesRequest(
        byte[] raw,
        String model,
        boolean stream,
        @Nullable Integer maxTokens,
        List<ContentBlock> system,
        List<Message> messages,
        List<Tool> tools,
        RequestOptions options,
        List<OtherField> other) {
    public MessagesRequest {
        system = List.copyOf(system);
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        other = List.copyOf(other);
    }

    /** {@code output_config.effort}, or null. */
    public @Nullable String effort() {
        return options.effort();
    }

    /** The client's session as named in {@code metadata.user_id}, or null. */
    public @Nullable String sessionId() {
        return SessionId.in(options.userId());
    }

    /** What tables and filters show of the request. */
    public RequestFacts facts(RequestFacts.Endpoint endpoint, String method, String path) {
        return new RequestFacts(
                endpoint,
                method,
                path,
                model,
                stream,
                messages.size(),
                tools.size(),
                maxTokens,
                effort(),
                RequestTitle.of(messages),
                PromptReader.read(system, messages));
    }
}
