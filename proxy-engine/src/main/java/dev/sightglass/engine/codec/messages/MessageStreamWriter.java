package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.codec.json.JsonOut;
import dev.sightglass.engine.codec.sse.SseWriter;
import dev.sightglass.engine.model.Usage;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of one streamed answer in the order that the Messages API demands: blocks never overlap, indexes have no
 * gaps, the end comes once. What is written waits until it is drained. One thread.
 */
public final class MessageStreamWriter {
    private enum Block {
        NONE,
        TEXT,
        THINKING,
        TOOL
    }

    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(1024);
    private Block open = Block.NONE;
    private int index = -1;
    private boolean started;
    private boolean contentStarted;
    private boolean ended;

    /** Writes {@code message_start}, unless it was written before. */
    public void start(String id, String model) {
        if (started) return;
        started = true;
        JsonOut out = event("message_start").name("message").beginObject();
        out.field("id", id).field("type", "message").field("role", "assistant").field("model", model);
        out.name("content").beginArray().endArray();
        out.name("stop_reason").nullValue().name("stop_sequence").nullValue().name("usage");
        UsageJson.write(null, out);
        end("message_start", out.endObject());
    }

    public void text(String delta) {
        if (open != Block.TEXT) openText();
        delta("text_delta", "text", delta);
    }

    public void thinking(String delta) {
        if (open != Block.THINKING) openThinking();
        delta("thinking_delta", "thinking", delta);
    }

    /** Ends a thinking block with its signature; opens one if none is open. */
    public void signature(String signature) {
        if (open != Block.THINKING) openThinking();
        delta("signature_delta", "signature", signature);
        closeBlock();
    }

    public void toolStart(String id, String name) {
        JsonOut out = blockStart(Block.TOOL, "tool_use").field("id", id).field("name", name);
        end("content_block_start", out.name("input").beginObject().endObject().endObject());
    }

    /** @param partialJson the next piece of the arguments of the tool use that is open */
    public void toolInput(String partialJson) {
        delta("input_json_delta", "partial_json", partialJson);
    }

    /** Ends the block that is open, if any. */
    public void closeBlock() {
        if (open == Block.NONE) return;
        open = Block.NONE;
        end("content_block_stop", event("content_block_stop").field("index", index));
    }

    /** Writes the closing events of an answer that is complete. */
    public void finish(String stopReason, @Nullable Usage usage) {
        closeBlock();
        JsonOut out = event("message_delta").name("delta").beginObject().field("stop_reason", stopReason);
        out.name("stop_sequence").nullValue().endObject().name("usage");
        UsageJson.write(usage, out);
        end("message_delta", out);
        end("message_stop", event("message_stop"));
        ended = true;
    }

    /** Writes the error event that ends an answer which is not complete. */
    public void error(String type, String message) {
        SseWriter.write("error", new JsonOut().raw(AnthropicErrors.eventData(type, message)), pending);
        ended = true;
    }

    public boolean started() {
        return started;
    }

    /** True once a text, thinking or tool input delta was written. */
    public boolean contentStarted() {
        return contentStarted;
    }

    public boolean ended() {
        return ended;
    }

    /** Hands over what was written since the last time. */
    public void drainTo(ByteArrayOutputStream out) {
        out.writeBytes(pending.toByteArray());
        pending.reset();
    }

    private void openText() {
        end(
                "content_block_start",
                blockStart(Block.TEXT, "text").field("text", "").endObject());
    }

    private void openThinking() {
        JsonOut out =
                blockStart(Block.THINKING, "thinking").field("thinking", "").field("signature", "");
        end("content_block_start", out.endObject());
    }

    private JsonOut blockStart(Block block, String type) {
        closeBlock();
        open = block;
        index++;
        JsonOut out = event("content_block_start").field("index", index);
        return out.name("content_block").beginObject().field("type", type);
    }

    private void delta(String type, String field, String value) {
        contentStarted = true;
        JsonOut out =
                event("content_block_delta").field("index", index).name("delta").beginObject();
        end("content_block_delta", out.field("type", type).field(field, value).endObject());
    }

    private static JsonOut event(String type) {
        return new JsonOut(192).beginObject().field("type", type);
    }

    private void end(String type, JsonOut out) {
        SseWriter.write(type, out.endObject(), pending);
    }
}
