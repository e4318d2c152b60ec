package dev.sightglass.app.inspector.conversation;

import static dev.sightglass.app.format.Messages.text;

import dev.sightglass.app.inspector.conversation.Item.Content;
import dev.sightglass.app.inspector.conversation.Item.Size;
import dev.sightglass.app.inspector.conversation.Item.Speaker;
import dev.sightglass.engine.detail.Conversation;
import dev.sightglass.engine.detail.ToolInput;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.Tool;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a conversation into the blocks that the panel lists: each once, calls and results knowing each other. */
final class ConversationModel {
    private final Conversation conversation;
    private final @Nullable Conversation before;
    private final int known;
    private final Weights weights;
    private final boolean running;
    private final Map<String, String> callIds = new HashMap<>();
    private final Map<String, String> resultIds = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final List<Item> items = new ArrayList<>();
    /** Results that stand below their calls already. */
    private final Set<String> placed = new HashSet<>();

    private ConversationModel(Conversation conversation, @Nullable Conversation before, ExchangeSummary summary) {
        this.conversation = conversation;
        this.before = before;
        this.known = before == null
                ? conversation.messages().size()
                : Prefix.common(before.messages(), conversation.messages());
        this.weights = new Weights(conversation, summary.answer().usage());
        this.running = summary.inFlight();
    }

    /**
     * The blocks in order.
     *
     * @param before the conversation of the request before, or null when there was none
     */
    static List<Item> of(Conversation conversation, @Nullable Conversation before, ExchangeSummary summary) {
        ConversationModel model = new ConversationModel(conversation, before, summary);
        model.addAll();
        model.addEnding(summary);
        return List.copyOf(model.items);
    }

    private void addAll() {
        collectPairs();
        addTools();
        for (int i = 0; i < conversation.system().size(); i++) {
            ContentBlock block = conversation.system().get(i);
            addBlock("system" + i, Speaker.SYSTEM, block, before != null && !Prefix.holds(before.system(), block));
        }
        for (int i = 0; i < conversation.messages().size(); i++)
            addMessage(i, conversation.messages().get(i));
        for (int i = 0; i < conversation.answer().blocks().size(); i++)
            addBlock(
                    answerId(i),
                    Speaker.ASSISTANT,
                    conversation.answer().blocks().get(i),
                    true);
    }

    private static String messageId(int message, int block) {
        return "m" + message + "." + block;
    }

    private static String answerId(int block) {
        return "answer" + block;
    }

    private void collectPairs() {
        for (int i = 0; i < conversation.messages().size(); i++) {
            List<ContentBlock> blocks = conversation.messages().get(i).content();
            for (int j = 0; j < blocks.size(); j++) {
                if (blocks.get(j) instanceof ContentBlock.ToolUse use) collectCall(use, messageId(i, j));
                if (blocks.get(j) instanceof ContentBlock.ToolResult result)
                    resultIds.put(result.toolUseId(), messageId(i, j));
            }
        }
    }

    private void collectCall(ContentBlock.ToolUse use, String id) {
        callIds.put(use.id(), id);
        if (use.name().equals("Read")
                && ToolInput.of(use.name(), use.input()) instanceof ToolInput.Fields(List<ToolInput.Field> fields))
            fields.stream()
                    .filter(field -> field.name().equals("file_path"))
                    .forEach(field -> files.put(use.id(), field.value()));
    }

    private void addTools() {
        if (conversation.tools().isEmpty()) return;
        long bytes = conversation.tools().stream().mapToLong(Weights::of).sum();
        String title = text("inspector.conversation.tools", conversation.tools().size());
        List<Tool> tools = conversation.tools();
        boolean fresh = before != null && !before.tools().equals(tools);
        add("tools", Speaker.TOOLS, title, new Content.Tools(tools), weights.sent(bytes, bytes), fresh, null);
    }

    private void addMessage(int index, Message message) {
        Speaker speaker = switch (message.role()) {
            case ASSISTANT -> Speaker.ASSISTANT;
            case SYSTEM -> Speaker.SYSTEM;
            case USER -> Speaker.USER;
        };
        for (int i = 0; i < message.content().size(); i++)
            addBlock(messageId(index, i), speaker, message.content().get(i), index >= known);
    }

    private Size size(String id, long bytes, long weight) {
        return id.startsWith("answer") ? weights.answered(bytes, weight) : weights.sent(bytes, weight);
    }

    private void addBlock(String id, Speaker speaker, ContentBlock block, boolean fresh) {
        long weight = Weights.of(block);
        Size size = size(id, weight, weight);
        switch (block) {
            case ContentBlock.Text words -> addText(id, speaker, words.text(), fresh);
            case ContentBlock.Thinking thinking ->
                add(id, Speaker.THINKING, "", Parts.thinking(thinking), size, fresh, null);
            case ContentBlock.RedactedThinking _ ->
                add(id, Speaker.THINKING, "", Parts.plain(block), size, fresh, null);
            case ContentBlock.ToolUse use -> addCall(id, use, size, fresh);
            case ContentBlock.ToolResult result -> {
                if (placed.add(id)) addResult(id, result, size(id, Parts.bytes(result), weight), fresh);
            }
            case ContentBlock.Image image ->
                add(id, speaker, "", Parts.plain(block), size(id, Parts.bytes(image.source()), weight), fresh, null);
            case ContentBlock.Unknown(String type, String json) ->
                add(id, speaker, type, new Content.Json(json), size, fresh, null);
            case ContentBlock.Document document ->
                add(
                        id,
                        speaker,
                        Objects.requireNonNullElse(document.title(), text("inspector.conversation.document")),
                        Parts.plain(block),
                        size(id, Parts.bytes(document.source()), weight),
                        fresh,
                        null);
            case ContentBlock.SearchResult found ->
                add(id, speaker, found.title(), Parts.plain(block), size, fresh, null);
            case ContentBlock.ToolReference _ -> add(id, speaker, "", Parts.plain(block), size, fresh, null);
        }
    }

    private void addCall(String id, ContentBlock.ToolUse use, Size size, boolean fresh) {
        String partner = resultIds.get(use.id());
        Content call = new Content.Call(ToolInput.of(use.name(), use.input()), partner == null ? noResult(id) : "");
        add(id, Speaker.CALL, use.name(), call, size, fresh, partner);
        if (partner != null) addResultOf(partner);
    }

    /** A result stands right below its call, wherever the next message has it: both are read together. */
    private void addResultOf(String id) {
        int dot = id.indexOf('.');
        int message = Integer.parseInt(id.substring(1, dot));
        ContentBlock block =
                conversation.messages().get(message).content().get(Integer.parseInt(id.substring(dot + 1)));
        if (block instanceof ContentBlock.ToolResult result && placed.add(id))
            addResult(id, result, size(id, Parts.bytes(result), Weights.of(result)), message >= known);
    }

    private String noResult(String id) {
        if (!id.startsWith("answer")) return text("inspector.conversation.noResult");
        return running ? "" : text("inspector.conversation.resultLater");
    }

    private void addResult(String id, ContentBlock.ToolResult result, Size size, boolean fresh) {
        String partner = callIds.get(result.toolUseId());
        Content content = new Content.Result(
                Parts.of(result),
                result.isError(),
                files.getOrDefault(result.toolUseId(), ""),
                partner == null ? text("inspector.conversation.noCall") : "");
        add(id, Speaker.RESULT, partner == null ? result.toolUseId() : nameOf(partner), content, size, fresh, partner);
    }

    private String nameOf(String call) {
        return items.stream()
                .filter(item -> item.id().equals(call))
                .map(Item::title)
                .findFirst()
                .orElse("");
    }

    private void addText(String id, Speaker speaker, String words, boolean fresh) {
        if (speaker != Speaker.USER) {
            Content content = speaker == Speaker.ASSISTANT ? new Content.Markdown(words) : new Content.Plain(words);
            add(id, speaker, "", content, size(id, words.length(), words.length()), fresh, null);
            return;
        }
        List<Injected.Piece> pieces = Injected.split(words);
        for (int i = 0; i < pieces.size(); i++) {
            Injected.Piece piece = pieces.get(i);
            boolean injected = !piece.tag().isEmpty();
            long bytes = piece.text().length();
            add(
                    pieces.size() == 1 ? id : id + "." + i,
                    injected ? Speaker.INJECTED : Speaker.USER,
                    piece.tag(),
                    injected ? new Content.Plain(piece.text()) : new Content.Markdown(piece.text()),
                    size(id, bytes, bytes),
                    fresh,
                    null);
        }
    }

    /** Says how an answer ended that has no proper end, and shows the error that was sent. */
    private void addEnding(ExchangeSummary summary) {
        String problem = summary.outcome().message();
        if (problem != null) add("ending", Speaker.ENDING, "", new Content.Plain(problem), Size.NONE, false, null);
        String error = conversation.answer().error();
        if (error != null)
            add(
                    "ending-error",
                    Speaker.ENDING,
                    text("inspector.conversation.errorSent"),
                    new Content.Json(error),
                    Size.NONE,
                    false,
                    null);
    }

    private void add(
            String id,
            Speaker speaker,
            String title,
            Content content,
            Size size,
            boolean fresh,
            @Nullable String partner) {
        items.add(new Item(id, speaker, title, content, size, fresh, partner));
    }
}
