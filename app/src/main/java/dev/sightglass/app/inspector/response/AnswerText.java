package dev.sightglass.app.inspector.response;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.control.text.FormattedText;
import dev.sightglass.app.control.text.Invisible;
import dev.sightglass.app.control.text.JsonFormatter;
import dev.sightglass.engine.detail.AnswerMessage;
import dev.sightglass.engine.model.message.ContentBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer as text to read: runs of characters with the style class of their kind. */
record AnswerText(List<Run> runs) {

    /** Characters of one kind: {@code answer-text}, {@code answer-thinking}, {@code answer-tool}, {@code answer-label}. */
    record Run(String style, String text) {}

    static AnswerText of(AnswerMessage message) {
        List<Run> runs = new ArrayList<>();
        for (ContentBlock block : message.blocks()) add(runs, block);
        if (message.error() != null) {
            addError(runs, message.error());
        } else if (runs.isEmpty() && message.json() != null) {
            runs.add(new Run("answer-text", Invisible.visible(message.json())));
        }
        return new AnswerText(List.copyOf(runs));
    }

    /** Its type and its message where it has both, else its JSON. */
    private static void addError(List<Run> runs, String json) {
        ErrorWords words = ErrorWords.of(json);
        String name = text("inspector.response.error");
        label(runs, words == null ? name : name + "  " + words.type());
        runs.add(
                words == null
                        ? new Run("answer-tool", Invisible.visible(pretty(json)))
                        : new Run("answer-error", Invisible.visible(words.message())));
    }

    private static void add(List<Run> runs, ContentBlock block) {
        switch (block) {
            case ContentBlock.Text words -> {
                if (!runs.isEmpty()) runs.add(new Run("answer-label", "\n\n"));
                runs.add(new Run("answer-text", Invisible.visible(words.text())));
            }
            case ContentBlock.Thinking thinking -> {
                label(runs, text("inspector.response.thinking"));
                runs.add(new Run("answer-thinking", Invisible.visible(thinking.thinking())));
            }
            case ContentBlock.ToolUse use -> {
                label(runs, text("inspector.response.toolUse", use.name(), use.id()));
                runs.add(new Run("answer-tool", Invisible.visible(pretty(use.input()))));
            }
            case ContentBlock.RedactedThinking _ -> label(runs, text("inspector.response.redactedThinking"));
            case ContentBlock.Unknown(String type, String json) -> {
                label(runs, type);
                runs.add(new Run("answer-tool", Invisible.visible(json)));
            }
            case ContentBlock.Image _,
                    ContentBlock.Document _,
                    ContentBlock.SearchResult _,
                    ContentBlock.ToolResult _,
                    ContentBlock.ToolReference _ -> label(runs, block.getClass().getSimpleName());
        }
    }

    /** Laid out once it is whole; until then as it comes. */
    private static String pretty(String json) {
        FormattedText formatted = JsonFormatter.format(json.getBytes(StandardCharsets.UTF_8));
        return formatted.fault() == null
                ? new String(formatted.bytes(), 0, formatted.length(), StandardCharsets.UTF_8)
                : json;
    }

    private static void label(List<Run> runs, String words) {
        runs.add(new Run("answer-label", (runs.isEmpty() ? "" : "\n\n") + words + "\n"));
    }

    /** All characters. */
    String plain() {
        StringBuilder all = new StringBuilder();
        for (Run run : runs) all.append(run.text());
        return all.toString();
    }
}
