package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import java.util.ArrayList;
import java.util.List;

/** The text of a system message inside a conversation. */
public final class InstructionText {
    private InstructionText() {}

    public static String of(Message message, Notes notes) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < message.content().size(); i++) {
            String path = message.plain() ? "content" : "content[" + i + "]";
            ContentBlock block = message.content().get(i);
            FieldNotes.dropped(path + ".", block.other(), notes);
            if (block instanceof ContentBlock.Unknown unknown) {
                notes.dropped(path, "Azure has nothing like " + unknown.type() + "; the list of tools says it all");
                continue;
            }
            if (!(block instanceof ContentBlock.Text))
                notes.add(Action.REPLACED, path, null, "not a text block; its text is kept");
            String text = BlockText.of(block);
            if (text.isEmpty()) notes.dropped(path, "empty text, which Azure refuses");
            else texts.add(text);
        }
        if (texts.size() > 1) notes.add(Action.MERGED, "content", null, "the blocks are sent as one text");
        return String.join(SystemPrompt.SEPARATOR, texts);
    }
}
