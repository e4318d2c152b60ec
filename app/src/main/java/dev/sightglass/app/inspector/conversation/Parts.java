package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.inspector.conversation.Item.Content;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Content blocks as the panel's content. */
final class Parts {
    private Parts() {}

    /** What a tool gave back, injected sections set apart. */
    static List<Content> of(ContentBlock.ToolResult result) {
        List<Content> parts = new ArrayList<>();
        for (ContentBlock block : result.content()) {
            if (block instanceof ContentBlock.Text words) {
                for (Injected.Piece piece : Injected.split(words.text()))
                    parts.add(
                            piece.tag().isEmpty()
                                    ? new Content.Plain(piece.text())
                                    : new Content.Aside(piece.tag(), piece.text()));
            } else {
                parts.add(plain(block));
            }
        }
        return List.copyOf(parts);
    }

    static Content thinking(ContentBlock.Thinking thinking) {
        return thinking.thinking().isEmpty()
                ? new Content.Plain(text("inspector.conversation.thinkingHidden"))
                : new Content.Markdown(thinking.thinking());
    }

    static Content plain(ContentBlock block) {
        return switch (block) {
            case ContentBlock.Text words -> new Content.Plain(words.text());
            case ContentBlock.Image image -> picture(image.source());
            case ContentBlock.ToolReference reference ->
                new Content.Plain(text("inspector.conversation.toolLoaded", reference.toolName()));
            case ContentBlock.Unknown(var _, String json) -> new Content.Json(json);
            case ContentBlock.Thinking thinking -> thinking(thinking);
            case ContentBlock.Document document -> new Content.Plain(source(document.source()));
            case ContentBlock.SearchResult found ->
                new Content.Plain(found.title() + "\n" + found.source() + "\n" + words(found.content()));
            case ContentBlock.RedactedThinking _ -> new Content.Plain(text("inspector.response.redactedThinking"));
            case ContentBlock.ToolUse use -> new Content.Json(use.input());
            case ContentBlock.ToolResult result -> new Content.Plain(words(result.content()));
        };
    }

    private static Content picture(Source source) {
        return source instanceof Source.Base64 data
                ? new Content.Picture(data.data())
                : new Content.Plain(source(source));
    }

    private static String source(Source source) {
        return switch (source) {
            case Source.Base64 data -> text("inspector.conversation.base64", data.mediaType());
            case Source.Url(String url) -> url;
            case Source.FileId(String id) -> id;
            case Source.PlainText words -> words.text();
            case Source.Blocks blocks -> words(blocks.content());
            case Source.Unknown(var _, String json) -> json;
        };
    }

    private static String words(List<ContentBlock> blocks) {
        return blocks.stream()
                .map(block -> block instanceof ContentBlock.Text words ? words.text() : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Bytes of all that a tool gave back. */
    static long bytes(ContentBlock.ToolResult result) {
        long bytes = 0;
        for (ContentBlock block : result.content())
            bytes += switch (block) {
                case ContentBlock.Image image -> bytes(image.source());
                case ContentBlock.Document document -> bytes(document.source());
                case ContentBlock.Text _,
                        ContentBlock.Thinking _,
                        ContentBlock.RedactedThinking _,
                        ContentBlock.SearchResult _,
                        ContentBlock.ToolUse _,
                        ContentBlock.ToolResult _,
                        ContentBlock.ToolReference _,
                        ContentBlock.Unknown _ -> Weights.of(block);
            };
        return bytes;
    }

    /** Bytes of a picture or file; of text its characters. */
    static long bytes(Source source) {
        return switch (source) {
            case Source.Base64 data -> data.data().length() * 3L / 4;
            case Source.PlainText words -> words.text().length();
            case Source.Url _, Source.FileId _, Source.Blocks _, Source.Unknown _ ->
                source(source).length();
        };
    }
}
