package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Source;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Content blocks as plain text, where the other side takes nothing else. */
public final class BlockText {
    private static final int MAX_UNKNOWN = 8_000;

    private BlockText() {}

    /** All blocks, one after the other on lines of their own; blocks without text leave nothing. */
    public static String of(List<ContentBlock> blocks) {
        return blocks.stream()
                .map(BlockText::of)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    public static String of(ContentBlock block) {
        return switch (block) {
            case ContentBlock.Text text -> text.text();
            case ContentBlock.Thinking _, ContentBlock.RedactedThinking _ -> "";
            case ContentBlock.Image image -> image(image.source());
            case ContentBlock.Document document -> document(document);
            case ContentBlock.SearchResult result -> titled(result.title(), result.source(), of(result.content()));
            case ContentBlock.ToolUse use -> "[Tool " + use.name() + " called with " + use.input() + "]";
            case ContentBlock.ToolResult result -> of(result.content());
            case ContentBlock.ToolReference reference -> "Tool loaded: " + reference.toolName();
            case ContentBlock.Unknown unknown -> unknown(unknown.type(), unknown.json());
        };
    }

    /** A document's title, context and what can be read of it. */
    static String document(ContentBlock.Document document) {
        String body = switch (document.source()) {
            case Source.PlainText plain -> plain.text();
            case Source.Blocks blocks -> of(blocks.content());
            case Source.Base64 base64 -> "[document of type " + base64.mediaType() + ", not readable here]";
            case Source.Url url -> "[document at " + url.url() + ", not fetched]";
            case Source.FileId file -> missingFile("document", file);
            case Source.Unknown unknown -> unknown("document", unknown.json());
        };
        return titled(document.title(), document.context(), body);
    }

    static String image(Source source) {
        return switch (source) {
            case Source.Base64 base64 -> "[image of type " + base64.mediaType() + "]";
            case Source.Url url -> "[image at " + url.url() + "]";
            case Source.FileId file -> missingFile("image", file);
            case Source.PlainText plain -> plain.text();
            case Source.Blocks blocks -> of(blocks.content());
            case Source.Unknown unknown -> unknown("image", unknown.json());
        };
    }

    /** A block that this version does not know, kept visible to the model; very long ones are cut. */
    static String unknown(String type, String json) {
        String shown = json.length() <= MAX_UNKNOWN
                ? json
                : json.substring(0, MAX_UNKNOWN) + "... (" + json.length() + " characters in all)";
        return "[" + type + ": " + shown + "]";
    }

    private static String missingFile(String what, Source.FileId file) {
        return "[" + what + " " + file.fileId() + ": uploaded elsewhere, not available on this model]";
    }

    private static String titled(@Nullable String title, @Nullable String context, String body) {
        StringBuilder text = new StringBuilder();
        if (title != null && !title.isEmpty()) text.append(title).append('\n');
        if (context != null && !context.isEmpty()) text.append(context).append('\n');
        return text.append(body).toString();
    }
}
