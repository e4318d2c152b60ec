package dev.sightglass.engine.model.message;

import java.util.List;

/**
 * One message of a conversation.
 *
 * @param content a plain string is one {@link ContentBlock.Text}
 * @param plain true when the content was a plain string
 * @param other fields of the message that have no component here
 */
public record Message(Role role, List<ContentBlock> content, boolean plain, List<OtherField> other) {
    public Message {
        content = List.copyOf(content);
        other = List.copyOf(other);
    }
}
