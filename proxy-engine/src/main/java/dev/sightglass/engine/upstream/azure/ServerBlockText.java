package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.model.message.ContentBlock;
import tools.jackson.databind.JsonNode;

/** What tools on Anthropic's servers left in a conversation, as text that another model can read. */
final class ServerBlockText {
    private ServerBlockText() {}

    static String of(ContentBlock.Unknown block) {
        try {
            return of(block, Json.tree(block.json()));
        } catch (MalformedJson _) {
            return BlockText.unknown(block.type(), block.json()); // numbers of absurd length: shown as they are
        }
    }

    private static String of(ContentBlock.Unknown block, JsonNode tree) {
        return switch (block.type()) {
            case "compaction" -> tree.path("content").asString("");
            case "server_tool_use", "mcp_tool_use" ->
                "[Used " + tree.path("name").asString("a tool") + " with " + Json.write(tree.path("input")) + "]";
            case "web_search_tool_result" -> searchResults(tree.path("content"));
            default -> BlockText.unknown(block.type(), block.json());
        };
    }

    private static String searchResults(JsonNode results) {
        StringBuilder text = new StringBuilder("[Web search results:");
        for (JsonNode result : results)
            if (result.has("url"))
                text.append("\n- ")
                        .append(result.path("title").asString(""))
                        .append(" <")
                        .append(result.path("url").asString(""))
                        .append('>');
        return text.append(']').toString();
    }
}
