package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.model.message.ContentBlock;

/** Whole answers as one message, or as the events that a client that asked for a stream expects. */
public final class AnswerWriter {
    private AnswerWriter() {}

    /** The message's UTF-8 bytes. */
    public static byte[] message(Answer answer) {
        JsonOut out = new JsonOut(1024).beginObject().field("id", answer.id()).field("type", "message");
        out.field("role", "assistant")
                .field("model", answer.model())
                .name("content")
                .beginArray();
        for (ContentBlock block : answer.content()) write(block, out);
        out.endArray().field("stop_reason", answer.stopReason());
        out.name("stop_sequence").nullValue().name("usage");
        UsageJson.write(answer.usage(), out);
        return out.endObject().toByteArray();
    }

    /** Writes the answer as events. */
    public static void events(Answer answer, MessageStreamWriter writer) {
        writer.start(answer.id(), answer.model());
        for (ContentBlock block : answer.content()) write(block, writer);
        writer.finish(answer.stopReason(), answer.usage());
    }

    private static void write(ContentBlock block, JsonOut out) {
        switch (block) {
            case ContentBlock.Text text ->
                out.beginObject()
                        .field("type", "text")
                        .field("text", text.text())
                        .endObject();
            case ContentBlock.Thinking thinking ->
                out.beginObject()
                        .field("type", "thinking")
                        .field("thinking", thinking.thinking())
                        .field("signature", thinking.signature())
                        .endObject();
            case ContentBlock.ToolUse use ->
                out.beginObject()
                        .field("type", "tool_use")
                        .field("id", use.id())
                        .field("name", use.name())
                        .name("input")
                        .raw(use.input())
                        .endObject();
            default -> throw noAnswerBlock(block);
        }
    }

    private static void write(ContentBlock block, MessageStreamWriter writer) {
        switch (block) {
            case ContentBlock.Text text -> {
                writer.closeBlock();
                writer.text(text.text());
            }
            case ContentBlock.Thinking thinking -> {
                writer.closeBlock();
                if (!thinking.thinking().isEmpty()) writer.thinking(thinking.thinking());
                if (!thinking.signature().isEmpty()) writer.signature(thinking.signature());
            }
            case ContentBlock.ToolUse use -> {
                writer.toolStart(use.id(), use.name());
                writer.toolInput(use.input());
            }
            default -> throw noAnswerBlock(block);
        }
    }

    private static IllegalArgumentException noAnswerBlock(ContentBlock block) {
        return new IllegalArgumentException(
                "translated answers hold no " + block.getClass().getSimpleName());
    }
}
