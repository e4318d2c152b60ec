package dev.sightglass.app.inspector.conversation;

import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import java.util.List;

/** How much of a conversation was in the request before. */
final class Prefix {
    private Prefix() {}

    /** Number of leading messages that are the same; moving cache marks and other side fields do not count. */
    static int common(List<Message> before, List<Message> now) {
        int i = 0;
        while (i < before.size() && i < now.size() && same(before.get(i), now.get(i))) i++;
        return i;
    }

    /** Whether one of the blocks is the same as this one. */
    static boolean holds(List<ContentBlock> blocks, ContentBlock wanted) {
        ContentBlock bare = bare(wanted);
        return blocks.stream().anyMatch(block -> bare(block).equals(bare));
    }

    private static boolean same(Message one, Message other) {
        if (one == other) return true;
        if (one.role() != other.role()
                || one.content().size() != other.content().size()) return false;
        for (int i = 0; i < one.content().size(); i++)
            if (!bare(one.content().get(i)).equals(bare(other.content().get(i)))) return false;
        return true;
    }

    private static ContentBlock bare(ContentBlock block) {
        return switch (block) {
            case ContentBlock.Text words -> new ContentBlock.Text(words.text(), List.of());
            case ContentBlock.ToolUse use -> new ContentBlock.ToolUse(use.id(), use.name(), use.input(), List.of());
            case ContentBlock.ToolResult result ->
                new ContentBlock.ToolResult(
                        result.toolUseId(),
                        result.content().stream().map(Prefix::bare).toList(),
                        result.isError(),
                        List.of());
            case ContentBlock.Image image -> new ContentBlock.Image(image.source(), List.of());
            case ContentBlock.Thinking _,
                    ContentBlock.RedactedThinking _,
                    ContentBlock.Document _,
                    ContentBlock.SearchResult _,
                    ContentBlock.ToolReference _,
                    ContentBlock.Unknown _ -> block;
        };
    }
}
