package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The start of the newest text that a person wrote, by which people recognise a call. */
final class RequestTitle {
    private static final int MAX = 120;

    private RequestTitle() {}

    static @Nullable String of(List<Message> messages) {
        for (Message message : messages.reversed()) {
            if (message.role() != Role.USER) continue;
            for (ContentBlock block : message.content().reversed()) {
                if (block instanceof ContentBlock.Text text) {
                    String title = PersonsWords.start(text.text(), MAX);
                    if (!title.isEmpty()) return title;
                }
            }
        }
        return null;
    }
}
