package dev.sightglass.app.inspector.conversation;

import dev.sightglass.engine.detail.ToolInput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One block of the conversation.
 *
 * @param id stays the same while the conversation grows
 * @param title what stands beside the speaker, or empty
 * @param bytes size of the block's text
 * @param tokens its share of the reported input, by size; null when no count was reported
 * @param fresh not in the request before
 */
record Item(
        String id,
        Speaker speaker,
        String title,
        Content content,
        long bytes,
        @Nullable Long tokens,
        boolean fresh) {

    /** Who or what a block comes from. */
    enum Speaker {
        TOOLS,
        SYSTEM,
        USER,
        /** Text that Claude Code put into the user's message. */
        REMINDER,
        ASSISTANT,
        THINKING,
        TOOL
    }

    /** What a block holds. */
    sealed interface Content {
        /** Text with Markdown in it. */
        record Markdown(String text) implements Content {}

        /** Text as it stands. */
        record Plain(String text) implements Content {}

        /** A picture in base64. */
        record Picture(String base64) implements Content {}

        /** A tool call with its result; no result when none was sent. */
        record Call(ToolInput input, @Nullable Result result) implements Content {}

        /** A result whose call is not in the conversation. */
        record Orphan(Result result) implements Content {}
    }

    /** What a tool gave back: texts and pictures in order. */
    record Result(List<Content> parts, boolean error) {}
}
