package dev.sightglass.engine.detail;

import dev.sightglass.engine.model.message.ContentBlock;
import dev.sightglass.engine.model.message.Message;
import dev.sightglass.engine.model.message.Role;
import dev.sightglass.engine.model.message.Source;
import dev.sightglass.engine.model.message.Tool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What fills the context window: a request by kinds of content, tools by the MCP server that offers them. Azure reports only
 * the sum of the tokens, so parts are weighed by their characters, pictures by a megapixel's price: an estimate.
 */
public final class ContextComposition {
    /** About 765 tokens (Azure's price of a megapixel in tiles), four characters each. */
    private static final long PICTURE = 765 * 4L;

    private static final String REMINDER = "<system-reminder>";
    private static final String REMINDER_END = "</system-reminder>";

    /** A kind of content. */
    public enum Kind {
        SYSTEM,
        TOOLS,
        MCP_TOOLS,
        MEMORY,
        INJECTED,
        USER,
        ASSISTANT,
        THINKING,
        CALLS,
        RESULTS,
        PICTURES,
        DOCUMENTS,
        OTHER
    }

    /**
     * A part of the request.
     *
     * @param name the MCP server, or empty
     * @param count how many blocks or tools
     * @param weight its characters, or what it weighs like; comparable among parts
     */
    public record Part(Kind kind, String name, int count, long weight) {}

    /** A part under construction. */
    private record Key(Kind kind, String name) {}

    private final Map<Key, long[]> sums = new LinkedHashMap<>();

    private ContextComposition() {}

    /** The parts of a request, the heaviest first; none is empty. */
    public static List<Part> of(Conversation conversation) {
        ContextComposition composition = new ContextComposition();
        conversation.tools().forEach(composition::add);
        for (ContentBlock block : conversation.system()) composition.add(Kind.SYSTEM, block);
        for (Message message : conversation.messages()) composition.add(message);
        return composition.parts();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        sums.forEach((key, sum) -> parts.add(new Part(key.kind(), key.name(), (int) sum[0], sum[1])));
        parts.removeIf(part -> part.weight() == 0);
        parts.sort(Comparator.comparingLong(Part::weight).reversed());
        return List.copyOf(parts);
    }

    private void add(Kind kind, String name, long weight) {
        long[] sum = sums.computeIfAbsent(new Key(kind, name), _ -> new long[2]);
        sum[0]++;
        sum[1] += weight;
    }

    private void add(Tool tool) {
        long weight = tool.name().length() + length(tool.description()) + length(tool.inputSchema());
        String server = server(tool.name());
        add(server.isEmpty() ? Kind.TOOLS : Kind.MCP_TOOLS, server, weight);
    }

    /** Claude Code names the tools of MCP servers {@code mcp__SERVER__TOOL}. */
    private static String server(String tool) {
        if (!tool.startsWith("mcp__")) return "";
        int end = tool.indexOf("__", 5);
        return end < 0 ? "" : tool.substring(5, end);
    }

    private static long length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private void add(Message message) {
        Kind kind = message.role() == Role.ASSISTANT
                ? Kind.ASSISTANT
                : message.role() == Role.SYSTEM ? Kind.SYSTEM : Kind.USER;
        for (ContentBlock block : message.content()) add(kind, block);
    }

    private void add(Kind kind, ContentBlock block) {
        switch (block) {
            case ContentBlock.Text words -> text(kind, words.text());
            case ContentBlock.Thinking thinking ->
                add(Kind.THINKING, "", thinking.thinking().length());
            case ContentBlock.RedactedThinking hidden ->
                add(Kind.THINKING, "", hidden.data().length());
            case ContentBlock.Image _ -> add(Kind.PICTURES, "", PICTURE);
            case ContentBlock.Document document -> add(Kind.DOCUMENTS, "", weight(document.source()));
            case ContentBlock.ToolUse use ->
                add(Kind.CALLS, "", use.name().length() + use.input().length());
            case ContentBlock.ToolResult result -> result(result);
            case ContentBlock.SearchResult found -> found.content().forEach(inner -> add(Kind.RESULTS, inner));
            case ContentBlock.ToolReference reference ->
                add(Kind.RESULTS, "", reference.toolName().length());
            case ContentBlock.Unknown(var _, String json) -> add(Kind.OTHER, "", json.length());
        }
    }

    private void result(ContentBlock.ToolResult result) {
        long words = 0;
        for (ContentBlock inner : result.content()) {
            if (inner instanceof ContentBlock.Text text) words += text.text().length();
            else add(Kind.RESULTS, inner);
        }
        if (words > 0) add(Kind.RESULTS, "", words);
    }

    /** Sets what Claude Code injects apart from what the user wrote; its memory files come in such a section. */
    private void text(Kind kind, String words) {
        long left = words.length();
        int at = kind == Kind.USER ? words.indexOf(REMINDER) : -1;
        while (at >= 0) {
            int end = words.indexOf(REMINDER_END, at);
            if (end < 0) break;
            int length = end + REMINDER_END.length() - at;
            boolean memory = words.substring(at, end).contains("# claudeMd");
            add(memory ? Kind.MEMORY : Kind.INJECTED, "", length);
            left -= length;
            at = words.indexOf(REMINDER, end);
        }
        if (left > 0) add(kind, "", left);
    }

    private static long weight(Source source) {
        return switch (source) {
            case Source.Base64 data -> data.data().length() / 8;
            case Source.PlainText words -> words.text().length();
            case Source.Url(String url) -> url.length();
            case Source.FileId(String id) -> id.length();
            case Source.Blocks blocks ->
                blocks.content().stream()
                        .mapToLong(block -> block instanceof ContentBlock.Text words
                                ? words.text().length()
                                : PICTURE)
                        .sum();
            case Source.Unknown(var _, String json) -> json.length();
        };
    }
}
