package dev.sightglass.engine.tokens;

import dev.sightglass.engine.codec.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tokens of one request, part by part. */
final class RequestTokens {
    /**
     * What OpenAI's cookbook ("How to count tokens with tiktoken") gives for gpt-4o: three tokens a message beside its role,
     * which is one, and three that begin the answer.
     */
    private static final int PER_MESSAGE = 4;

    private static final int ANSWER_START = 3;
    /** A call's own framing: its recipient and its end. */
    private static final int PER_CALL = 6;

    private final TextTokens texts;
    private final ObjectNode request;
    private final ImageTokens images;

    RequestTokens(TextTokens texts, ObjectNode request) {
        this.texts = texts;
        this.request = request;
        this.images = ImageTokens.forModel(request.path("model").asString(""));
    }

    long count() {
        long tokens = ANSWER_START;
        JsonNode system = request.path("system");
        if (!system.isMissingNode() && !system.isNull()) tokens += PER_MESSAGE + content(system);
        for (JsonNode message : request.path("messages")) tokens += PER_MESSAGE + content(message.path("content"));
        return tokens + new ToolTokens(texts).count(request.path("tools"));
    }

    private long content(JsonNode content) {
        if (content.isString()) return texts.count(content.asString());
        long tokens = 0;
        for (JsonNode block : content) tokens += block(block);
        return tokens;
    }

    private long block(JsonNode block) {
        return switch (block.path("type").asString("")) {
            case "text" -> text(block, "text");
            case "thinking" -> text(block, "thinking");
            case "tool_use", "server_tool_use", "mcp_tool_use" ->
                PER_CALL + text(block, "name") + json(block.path("input"));
            case "tool_result", "mcp_tool_result" -> PER_MESSAGE + content(block.path("content"));
            case "image" -> images.count(block.path("source"));
            case "document" -> document(block);
            case "search_result" -> text(block, "title") + text(block, "source") + content(block.path("content"));
            case "tool_reference" -> text(block, "tool_name");
            // Its content is encrypted and only its maker can tell its tokens: Azure's models never get it.
            case "redacted_thinking" -> 0;
            default -> json(block);
        };
    }

    private long document(JsonNode block) {
        JsonNode source = block.path("source");
        long heading = text(block, "title") + text(block, "context");
        return heading
                + switch (source.path("type").asString("")) {
                    case "text" -> text(source, "data");
                    case "content" -> content(source.path("content"));
                    default -> PdfTokens.count(source);
                };
    }

    private long text(JsonNode node, String field) {
        return texts.count(node.path(field).asString(""));
    }

    private long json(JsonNode node) {
        return node.isMissingNode() ? 0 : texts.count(Json.write(node));
    }
}
