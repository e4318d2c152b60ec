package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import java.util.ArrayList;
import java.util.List;

/** The text of an assistant's message, tool calls and reasoning apart. */
public final class AssistantText {
    private AssistantText() {}

    /** All texts of the message as one; the place of texts between tool calls is lost. */
    public static String of(Message message, Notes notes) {
        List<String> texts = new ArrayList<>();
        boolean afterCall = false;
        for (int i = 0; i < message.content().size(); i++) {
            ContentBlock block = message.content().get(i);
            if (block instanceof ContentBlock.ToolUse) {
                afterCall = true;
                continue;
            }
            String path = message.plain() ? "content" : "content[" + i + "]";
            String text = of(block, path, notes);
            if (text.isEmpty()) continue;
            if (afterCall) notes.add(Action.MOVED, path, null, "a message's text stands before its tool calls");
            texts.add(text);
        }
        if (texts.size() > 1) notes.add(Action.MERGED, "content", null, "the text blocks are sent as one text");
        return String.join("\n\n", texts);
    }

    /** One block's text; empty for what is left out. Never for tool uses. */
    public static String of(ContentBlock block, String path, Notes notes) {
        FieldNotes.dropped(path + ".", block.other(), notes);
        return switch (block) {
            case ContentBlock.Text text -> {
                if (text.text().isEmpty()) notes.dropped(path, "empty text, which Azure refuses");
                yield text.text();
            }
            case ContentBlock.Thinking _, ContentBlock.RedactedThinking _ -> {
                notes.dropped(path, "reasoning in history cannot be given to this model");
                yield "";
            }
            case ContentBlock.Unknown unknown -> unknown(unknown, path, notes);
            case ContentBlock.Image _,
                    ContentBlock.Document _,
                    ContentBlock.SearchResult _,
                    ContentBlock.ToolUse _,
                    ContentBlock.ToolResult _,
                    ContentBlock.ToolReference _ -> {
                notes.add(Action.REPLACED, path, null, "an assistant's message holds text only; its text is kept");
                yield BlockText.of(block);
            }
        };
    }

    private static String unknown(ContentBlock.Unknown unknown, String path, Notes notes) {
        if (unknown.type().equals("fallback")) {
            notes.dropped(path, "tells of a change of models that does not concern this one");
            return "";
        }
        notes.add(Action.REPLACED, path, null, "sent as text: Azure has nothing like " + unknown.type());
        return ServerBlockText.of(unknown);
    }
}
