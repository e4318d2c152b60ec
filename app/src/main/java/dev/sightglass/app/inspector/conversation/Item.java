package dev.sightglass.app.inspector.conversation;

import dev.sightglass.engine.detail.ToolInput;
import dev.sightglass.engine.model.message.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One block of the conversation.
 *
 * @param id stays the same while the conversation grows
 * @param title what stands beside the speaker, or empty
 * @param size what it weighs
 * @param fresh not in the request before
 * @param partner the id of the result that belongs to this call, or of the call that belongs to this result; null when there
 *     is none
 */
record Item(
        String id,
        Speaker speaker,
        String title,
        Content content,
        Size size,
        boolean fresh,
        @Nullable String partner) {

    /** Whether it is of the answer, not of the request. */
    boolean answered() {
        return id.startsWith("answer");
    }

    /** Whether a tool reported an error. */
    boolean failed() {
        return content instanceof Content.Result result && result.error();
    }

    /** Whether it is said once for the whole conversation. */
    boolean setUp() {
        return speaker == Speaker.TOOLS || speaker == Speaker.SYSTEM;
    }

    /** Who or what a block comes from. */
    enum Speaker {
        TOOLS,
        SYSTEM,
        USER,
        /** Text that Claude Code put into the user's message. */
        INJECTED,
        ASSISTANT,
        THINKING,
        CALL,
        RESULT,
        /** How the answer ended when it did not end well. */
        ENDING
    }

    /**
     * How large a block is.
     *
     * @param bytes of its text, or of its picture
     * @param tokens its part of the reported tokens, by size; null when no count was reported
     * @param share its part of the whole request (of the whole answer for what was answered), by size
     */
    record Size(long bytes, @Nullable Long tokens, double share) {
        static final Size NONE = new Size(0, null, 0);
    }

    /** What a block holds. */
    sealed interface Content {
        /** Text with Markdown in it. */
        record Markdown(String text) implements Content {}

        /** Text as it stands. */
        record Plain(String text) implements Content {}

        /** Text as it stands that Claude Code added to a result by itself. */
        record Aside(String tag, String text) implements Content {}

        /** JSON as received. */
        record Json(String text) implements Content {}

        /** A picture in base64. */
        record Picture(String base64) implements Content {}

        /** The tools that were offered. */
        record Tools(List<Tool> tools) implements Content {}

        /** A tool use; {@code note} says why there is no result, or is empty. */
        record Call(ToolInput input, String note) implements Content {}

        /**
         * What a tool gave back: texts and pictures in order.
         *
         * @param file the file that the tool read, whose name tells the language; or empty
         */
        record Result(List<Content> parts, boolean error, String file, String note) implements Content {}
    }
}
