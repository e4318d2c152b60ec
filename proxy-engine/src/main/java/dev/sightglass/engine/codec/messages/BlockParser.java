package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.codec.json.RawObject;
import dev.sightglass.engine.codec.json.RawValue;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.OtherField;
import dev.sightglass.engine.model.message.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Content blocks from their JSON. */
final class BlockParser {
    private BlockParser() {}

    /** The content of a message or a tool result: a plain string is one text block. */
    static List<ContentBlock> content(RawValue value) throws MalformedJson {
        if (value.isString()) return List.of(text(value));
        if (!value.isArray()) throw value.wrong("a string or an array of content blocks");
        return blocks(value);
    }

    static ContentBlock text(RawValue string) throws MalformedJson {
        return new ContentBlock.Text(string.string(), List.of());
    }

    static List<ContentBlock> blocks(RawValue array) throws MalformedJson {
        List<ContentBlock> blocks = new ArrayList<>();
        for (RawValue element : array.array()) blocks.add(block(element));
        return blocks;
    }

    static ContentBlock block(RawValue value) throws MalformedJson {
        RawObject fields = value.object();
        String type = fields.require("type").string();
        return switch (type) {
            case "text" -> new ContentBlock.Text(fields.require("text").string(), others(fields));
            case "thinking" ->
                new ContentBlock.Thinking(text(fields, "thinking"), text(fields, "signature"), others(fields));
            case "redacted_thinking" -> new ContentBlock.RedactedThinking(text(fields, "data"), others(fields));
            case "image" -> new ContentBlock.Image(source(fields.require("source")), others(fields));
            case "document" -> document(fields);
            case "search_result" -> searchResult(fields);
            case "tool_use" -> toolUse(fields);
            case "tool_result" -> toolResult(fields);
            case "tool_reference" ->
                new ContentBlock.ToolReference(fields.require("tool_name").string(), others(fields));
            default -> new ContentBlock.Unknown(type, value.text());
        };
    }

    private static ContentBlock document(RawObject fields) throws MalformedJson {
        return new ContentBlock.Document(
                source(fields.require("source")), fields.string("title"), fields.string("context"), others(fields));
    }

    private static ContentBlock searchResult(RawObject fields) throws MalformedJson {
        RawValue content = fields.takePresent("content");
        return new ContentBlock.SearchResult(
                text(fields, "source"),
                text(fields, "title"),
                content == null ? List.of() : content(content),
                others(fields));
    }

    private static ContentBlock toolUse(RawObject fields) throws MalformedJson {
        RawValue input = fields.takePresent("input");
        if (input != null && !input.isObject()) throw input.wrong("an object");
        return new ContentBlock.ToolUse(
                fields.require("id").string(),
                fields.require("name").string(),
                input == null ? "{}" : input.text(),
                others(fields));
    }

    private static ContentBlock toolResult(RawObject fields) throws MalformedJson {
        RawValue content = fields.takePresent("content");
        return new ContentBlock.ToolResult(
                fields.require("tool_use_id").string(),
                content == null ? List.of() : content(content),
                fields.bool("is_error", false),
                others(fields));
    }

    private static Source source(RawValue value) throws MalformedJson {
        RawObject fields = value.object();
        String type = fields.require("type").string();
        return switch (type) {
            case "base64" ->
                new Source.Base64(
                        fields.require("media_type").string(),
                        fields.require("data").string());
            case "url" -> new Source.Url(fields.require("url").string());
            case "file" -> new Source.FileId(fields.require("file_id").string());
            case "text" ->
                new Source.PlainText(
                        text(fields, "media_type"), fields.require("data").string());
            case "content" -> new Source.Blocks(content(fields.require("content")));
            default -> new Source.Unknown(type, value.text());
        };
    }

    private static String text(RawObject fields, String name) throws MalformedJson {
        @Nullable String text = fields.string(name);
        return text == null ? "" : text;
    }

    /** What is left of an object once its known fields are taken. */
    static List<OtherField> others(RawObject fields) {
        if (fields.rest().isEmpty()) return List.of();
        List<OtherField> others = new ArrayList<>();
        fields.rest().forEach((name, value) -> others.add(new OtherField(name, value.text())));
        return others;
    }
}
