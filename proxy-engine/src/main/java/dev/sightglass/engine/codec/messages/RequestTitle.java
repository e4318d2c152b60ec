package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The start of the newest text that a person wrote, by which people recognise a call. */
final class RequestTitle {
    private static final int MAX = 120;
    private static final String REMINDER = "<system-reminder>";
    private static final String REMINDER_END = "</system-reminder>";

    private RequestTitle() {}

    static @Nullable String of(List<Message> messages) {
        for (Message message : messages.reversed()) {
            if (message.role() != Role.USER) continue;
            for (ContentBlock block : message.content().reversed()) {
                if (block instanceof ContentBlock.Text text) {
                    String title = start(text.text());
                    if (!title.isEmpty()) return title;
                }
            }
        }
        return null;
    }

    private static String start(String text) {
        StringBuilder title = new StringBuilder(MAX);
        int i = 0;
        while (i < text.length() && title.length() < MAX) {
            if (text.startsWith(REMINDER, i)) {
                int end = text.indexOf(REMINDER_END, i);
                if (end < 0) break;
                i = end + REMINDER_END.length();
                continue;
            }
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            append(title, c);
        }
        return title.toString().strip();
    }

    /** White space and control characters become single spaces; a character that would not fit whole is left out. */
    private static void append(StringBuilder title, int c) {
        if (Character.isWhitespace(c) || Character.isISOControl(c)) {
            if (!title.isEmpty() && title.charAt(title.length() - 1) != ' ') title.append(' ');
        } else if (title.length() + Character.charCount(c) <= MAX) {
            title.appendCodePoint(c);
        }
    }
}
