package dev.sightglass.app.inspector.conversation;

import dev.sightglass.app.inspector.conversation.Item.Size;
import dev.sightglass.engine.detail.Conversation;
import dev.sightglass.engine.model.Usage;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.Source;
import dev.sightglass.engine.model.message.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How large blocks are, and their parts of the reported tokens: the input for what was sent, the output for the answer. */
final class Weights {
    /** A picture counts by its pixels, not by its base64: about 765 tokens for a megapixel, four bytes of text each. */
    private static final long PICTURE = 765 * 4L;

    private final long sent;
    private final long answered;
    private final @Nullable Long input;
    private final @Nullable Long output;

    Weights(Conversation conversation, @Nullable Usage usage) {
        long all = 0;
        for (Tool tool : conversation.tools()) all += of(tool);
        for (ContentBlock block : conversation.system()) all += of(block);
        for (Message message : conversation.messages()) for (ContentBlock block : message.content()) all += of(block);
        sent = all;
        answered =
                conversation.answer().blocks().stream().mapToLong(Weights::of).sum();
        input = usage == null ? null : usage.totalInput();
        output = usage == null ? null : usage.output();
    }

    static long of(Tool tool) {
        return tool.name().length() + length(tool.description()) + length(tool.inputSchema());
    }

    /** Thinking that only the model may read and thinking of earlier turns count as they stand. */
    static long of(ContentBlock block) {
        return switch (block) {
            case ContentBlock.Text words -> words.text().length();
            case ContentBlock.Thinking thinking -> thinking.thinking().length();
            case ContentBlock.RedactedThinking hidden -> hidden.data().length();
            case ContentBlock.Image _ -> PICTURE;
            case ContentBlock.Document document -> of(document.source());
            case ContentBlock.SearchResult found -> sum(found.content());
            case ContentBlock.ToolUse use -> use.name().length() + use.input().length();
            case ContentBlock.ToolResult result -> sum(result.content());
            case ContentBlock.ToolReference reference -> reference.toolName().length();
            case ContentBlock.Unknown(var _, String json) -> json.length();
        };
    }

    private static long of(Source source) {
        return switch (source) {
            case Source.Base64 data -> data.data().length() / 8;
            case Source.PlainText words -> words.text().length();
            case Source.Blocks blocks -> sum(blocks.content());
            case Source.Url(String url) -> url.length();
            case Source.FileId(String id) -> id.length();
            case Source.Unknown(var _, String json) -> json.length();
        };
    }

    private static long sum(List<ContentBlock> blocks) {
        return blocks.stream().mapToLong(Weights::of).sum();
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    Size sent(long bytes, long weight) {
        return size(bytes, weight, sent, input);
    }

    Size answered(long bytes, long weight) {
        return size(bytes, weight, answered, output);
    }

    private static Size size(long bytes, long weight, long all, @Nullable Long tokens) {
        double share = all == 0 ? 0 : (double) weight / all;
        return new Size(bytes, tokens == null ? null : Long.valueOf(Math.round(share * tokens)), share);
    }
}
