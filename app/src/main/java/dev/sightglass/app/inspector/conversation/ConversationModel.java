package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.inspector.conversation.Item.Content;
import dev.sightglass.app.inspector.conversation.Item.Result;
import dev.sightglass.app.inspector.conversation.Item.Speaker;
import dev.sightglass.engine.detail.Conversation;
import dev.sightglass.engine.detail.ToolInput;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.Role;
import dev.sightglass.engine.model.message.Source;
import dev.sightglass.engine.model.message.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a conversation into the blocks that the panel lists: each once, results joined to their calls. */
final class ConversationModel {
    private final Conversation conversation;
    private final int known;
    private final double tokensPerByte;
    private final Map<String, Result> results = new HashMap<>();
    private final Set<String> freshResults = new HashSet<>();
    private final Set<String> calls = new HashSet<>();
    private final List<Item> items = new ArrayList<>();

    private ConversationModel(Conversation conversation, int known, @Nullable Long inputTokens) {
        this.conversation = conversation;
        this.known = known;
        this.tokensPerByte =
                inputTokens == null || conversation.bytes() == 0 ? 0 : (double) inputTokens / conversation.bytes();
    }

    /**
     * The blocks in order.
     *
     * @param before the conversation of the request before, or null when there was none
     * @param inputTokens all input tokens as reported, or null
     */
    static List<Item> of(Conversation conversation, @Nullable Conversation before, @Nullable Long inputTokens) {
        int known = before == null
                ? conversation.messages().size()
                : Prefix.common(before.messages(), conversation.messages());
        return new ConversationModel(conversation, known, inputTokens).items();
    }

    private List<Item> items() {
        collectResults();
        addTools();
        for (int i = 0; i < conversation.system().size(); i++)
            addBlock("system" + i, Speaker.SYSTEM, conversation.system().get(i), false);
        for (int i = 0; i < conversation.messages().size(); i++)
            addMessage(i, conversation.messages().get(i));
        for (int i = 0; i < conversation.answer().blocks().size(); i++)
            addBlock(
                    "answer" + i,
                    Speaker.ASSISTANT,
                    conversation.answer().blocks().get(i),
                    true);
        return List.copyOf(items);
    }

    private void collectResults() {
        for (int i = 0; i < conversation.messages().size(); i++) {
            for (ContentBlock block : conversation.messages().get(i).content()) {
                if (block instanceof ContentBlock.ToolUse use) calls.add(use.id());
                if (block instanceof ContentBlock.ToolResult result) {
                    results.put(result.toolUseId(), result(result));
                    if (i >= known) freshResults.add(result.toolUseId());
                }
            }
        }
    }

    private static Result result(ContentBlock.ToolResult result) {
        return new Result(
                result.content().stream().map(ConversationModel::plain).toList(), result.isError());
    }

    private static Content plain(ContentBlock block) {
        return switch (block) {
            case ContentBlock.Text words -> new Content.Plain(words.text());
            case ContentBlock.Image image -> picture(image.source());
            case ContentBlock.ToolReference reference ->
                new Content.Plain(text("inspector.conversation.toolLoaded", reference.toolName()));
            case ContentBlock.Unknown(var _, String json) -> new Content.Plain(json);
            case ContentBlock.Thinking thinking -> new Content.Plain(thinking.thinking());
            case ContentBlock.Document document -> new Content.Plain(source(document.source()));
            case ContentBlock.SearchResult found -> new Content.Plain(found.title() + "\n" + found.source());
            case ContentBlock.RedactedThinking _, ContentBlock.ToolUse _, ContentBlock.ToolResult _ ->
                new Content.Plain(block.getClass().getSimpleName());
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
            case Source.Blocks blocks ->
                blocks.content().stream().map(String::valueOf).collect(Collectors.joining("\n"));
            case Source.Unknown(var _, String json) -> json;
        };
    }

    private void addTools() {
        if (conversation.tools().isEmpty()) return;
        String names = conversation.tools().stream().map(Tool::name).collect(Collectors.joining(", "));
        long bytes = 0;
        for (Tool tool : conversation.tools()) bytes += size(tool.description()) + size(tool.inputSchema());
        String title = text("inspector.conversation.tools", conversation.tools().size());
        items.add(new Item("tools", Speaker.TOOLS, title, new Content.Plain(names), bytes, share(bytes), false));
    }

    private static long size(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private @Nullable Long share(long bytes) {
        return tokensPerByte == 0 ? null : Long.valueOf(Math.round(bytes * tokensPerByte));
    }

    private void addMessage(int index, Message message) {
        Speaker speaker = message.role() == Role.ASSISTANT
                ? Speaker.ASSISTANT
                : message.role() == Role.SYSTEM ? Speaker.SYSTEM : Speaker.USER;
        for (int i = 0; i < message.content().size(); i++)
            addBlock("m" + index + "." + i, speaker, message.content().get(i), index >= known);
    }

    private void addBlock(String id, Speaker speaker, ContentBlock block, boolean fresh) {
        switch (block) {
            case ContentBlock.Text words -> addText(id, speaker, words.text(), fresh);
            case ContentBlock.Thinking thinking ->
                add(
                        id,
                        Speaker.THINKING,
                        "",
                        new Content.Plain(thinking.thinking()),
                        thinking.thinking().length(),
                        fresh);
            case ContentBlock.RedactedThinking _ ->
                add(id, Speaker.THINKING, "", new Content.Plain(text("inspector.response.redactedThinking")), 0, fresh);
            case ContentBlock.ToolUse use -> addCall(id, use, fresh);
            case ContentBlock.ToolResult result -> {
                if (!calls.contains(result.toolUseId()))
                    add(id, Speaker.TOOL, result.toolUseId(), new Content.Orphan(result(result)), 0, fresh);
            }
            case ContentBlock.Image image -> add(id, speaker, "", picture(image.source()), 0, fresh);
            case ContentBlock.Unknown(String type, String json) ->
                add(id, speaker, type, new Content.Plain(json), json.length(), fresh);
            case ContentBlock.Document _, ContentBlock.SearchResult _, ContentBlock.ToolReference _ ->
                add(id, speaker, block.getClass().getSimpleName(), plain(block), 0, fresh);
        }
    }

    private void addCall(String id, ContentBlock.ToolUse use, boolean fresh) {
        Result result = results.get(use.id());
        long bytes = use.input().length();
        if (result != null)
            for (Content part : result.parts())
                bytes += part instanceof Content.Plain(String words) ? words.length() : 0;
        ToolInput input = ToolInput.of(use.name(), use.input());
        add(
                id,
                Speaker.TOOL,
                use.name(),
                new Content.Call(input, result),
                bytes,
                fresh || freshResults.contains(use.id()));
    }

    private void addText(String id, Speaker speaker, String words, boolean fresh) {
        if (speaker != Speaker.USER) {
            Content content = speaker == Speaker.ASSISTANT ? new Content.Markdown(words) : new Content.Plain(words);
            add(id, speaker, "", content, words.length(), fresh);
            return;
        }
        List<Reminders.Piece> pieces = Reminders.split(words);
        for (int i = 0; i < pieces.size(); i++) {
            Reminders.Piece piece = pieces.get(i);
            Speaker who = piece.reminder() ? Speaker.REMINDER : Speaker.USER;
            Content content = piece.reminder() ? new Content.Plain(piece.text()) : new Content.Markdown(piece.text());
            add(id + "." + i, who, "", content, piece.text().length(), fresh);
        }
    }

    private void add(String id, Speaker speaker, String title, Content content, long bytes, boolean fresh) {
        items.add(new Item(id, speaker, title, content, bytes, share(bytes), fresh));
    }
}
