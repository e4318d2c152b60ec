package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Source;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Content blocks of users and tool results to the parts that an API takes, in order. */
public final class ContentMapper {
    private static final String PDF = "application/pdf";

    private ContentMapper() {}

    /** Adds one block to the parts. {@code path} names the block in the notes. */
    public static void append(ContentBlock block, Parts parts, String path, Notes notes) {
        FieldNotes.dropped(path + ".", block.other(), notes);
        switch (block) {
            case ContentBlock.Text text -> text(text.text(), parts, path, notes);
            case ContentBlock.Image image -> image(image, parts, path, notes);
            case ContentBlock.Document document -> document(document, parts, path, notes);
            case ContentBlock.SearchResult _, ContentBlock.ToolReference _ ->
                asText(block, parts, path, "Azure has no such block; its text is kept", notes);
            case ContentBlock.Thinking _, ContentBlock.RedactedThinking _ ->
                notes.dropped(path, "reasoning of another model means nothing to this one");
            case ContentBlock.ToolUse _, ContentBlock.ToolResult _ ->
                asText(block, parts, path, "not where the Messages API has such a block; its text is kept", notes);
            case ContentBlock.Unknown _ ->
                asText(block, parts, path, "a block of an unknown type; its JSON is kept as text", notes);
        }
    }

    private static void text(String text, Parts parts, String path, Notes notes) {
        if (text.isEmpty()) notes.dropped(path, "empty text, which Azure refuses");
        else parts.text(text);
    }

    private static void image(ContentBlock.Image image, Parts parts, String path, Notes notes) {
        switch (image.source()) {
            case Source.Base64 base64 -> parts.image(dataUrl(base64));
            case Source.Url url -> parts.image(url.url());
            case Source.FileId _, Source.PlainText _, Source.Blocks _, Source.Unknown _ ->
                asText(image, parts, path, "the image is not to be had on Azure", notes);
        }
    }

    private static void document(ContentBlock.Document document, Parts parts, String path, Notes notes) {
        if (document.source() instanceof Source.Base64 base64
                && base64.mediaType().equals(PDF)) {
            parts.file(fileName(document.title(), path, notes), dataUrl(base64));
            if (document.context() != null) parts.text(document.context());
            return;
        }
        asText(document, parts, path, "sent as text: Azure takes PDF files only", notes);
    }

    /** OpenAI's APIs tell the type of a file by the ending of its name. */
    private static String fileName(@Nullable String title, String path, Notes notes) {
        if (title == null || title.isBlank()) return "document.pdf";
        if (title.toLowerCase(Locale.ROOT).endsWith(".pdf")) return title;
        notes.add(Action.REPLACED, path + ".title", null, "Azure tells a file's type by the ending of its name");
        return title + ".pdf";
    }

    private static void asText(ContentBlock block, Parts parts, String path, String reason, Notes notes) {
        notes.add(Action.REPLACED, path, null, reason);
        String text = BlockText.of(block);
        if (!text.isEmpty()) parts.text(text);
    }

    private static String dataUrl(Source.Base64 base64) {
        return "data:" + base64.mediaType() + ";base64," + base64.data();
    }
}
