package dev.sightglass.app.inspector.conversation;

import java.util.Objects;

/** The panel's own style sheet. */
final class ConversationStyle {
    private ConversationStyle() {}

    static String sheet() {
        return Objects.requireNonNull(ConversationStyle.class.getResource("conversation.css"))
                .toExternalForm();
    }
}
