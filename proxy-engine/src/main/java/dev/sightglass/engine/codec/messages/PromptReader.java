package dev.sightglass.engine.codec.messages;

import dev.sightglass.engine.model.PromptFacts;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what tells a request's conversation and turn: the person's prompts, the working folder, failed tools. */
final class PromptReader {
    /** Older clients write "Working directory", newer ones "Primary working directory". */
    private static final String FOLDER = "orking directory: ";

    private static final int LONGEST_PATH = 1_024;
    /** The environment text stands in the system prompt or in one of the first messages. */
    private static final int EARLY = 4;

    private PromptReader() {}

    static PromptFacts read(List<ContentBlock> system, List<Message> messages) {
        Message first = null;
        Message newest = null;
        int prompts = 0;
        for (Message message : messages) {
            if (!PersonsWords.in(message)) continue;
            if (first == null) first = message;
            newest = message;
            prompts++;
        }
        return new PromptFacts(
                folder(system, messages),
                first == null ? 0 : PersonsWords.fingerprint(first),
                prompts,
                newest == null ? 0 : PersonsWords.fingerprint(newest),
                failedTools(messages));
    }

    private static @Nullable String folder(List<ContentBlock> system, List<Message> messages) {
        String folder = folder(system);
        for (int i = 0; folder == null && i < Math.min(EARLY, messages.size()); i++)
            if (messages.get(i).role() != Role.ASSISTANT)
                folder = folder(messages.get(i).content());
        return folder;
    }

    private static @Nullable String folder(List<ContentBlock> blocks) {
        for (ContentBlock block : blocks) {
            if (!(block instanceof ContentBlock.Text text)) continue;
            int mark = text.text().indexOf(FOLDER);
            if (mark < 0) continue;
            String path = line(text.text(), mark + FOLDER.length());
            if (!path.isEmpty()) return path;
        }
        return null;
    }

    private static String line(String text, int from) {
        int end = text.indexOf('\n', from);
        int to = Math.min(end < 0 ? text.length() : end, from + LONGEST_PATH);
        return text.substring(from, to).strip();
    }

    private static List<String> failedTools(List<Message> messages) {
        Set<String> failed = new HashSet<>();
        int place = messages.size() - 1;
        while (place >= 0 && messages.get(place).role() != Role.ASSISTANT) {
            for (ContentBlock block : messages.get(place).content())
                if (block instanceof ContentBlock.ToolResult result && result.isError()) failed.add(result.toolUseId());
            place--;
        }
        if (failed.isEmpty() || place < 0) return List.of();
        List<String> names = new ArrayList<>();
        for (ContentBlock block : messages.get(place).content())
            if (block instanceof ContentBlock.ToolUse use && failed.contains(use.id())) names.add(use.name());
        return names;
    }
}
