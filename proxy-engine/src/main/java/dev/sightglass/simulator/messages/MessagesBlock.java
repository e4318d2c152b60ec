package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.check.MessagesErrors;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One content block: its members by its type. */
final class MessagesBlock {
    private static final Map<String, Set<String>> MEMBERS = Map.ofEntries(
            Map.entry("text", Set.of("type", "text", "cache_control", "citations")),
            Map.entry("image", Set.of("type", "source", "cache_control", "transformations")),
            Map.entry("document", Set.of("type", "source", "cache_control", "citations", "context", "title")),
            Map.entry("search_result", Set.of("type", "content", "source", "title", "cache_control", "citations")),
            Map.entry("tool_use", Set.of("type", "id", "name", "input", "cache_control", "caller", "toolset_name")),
            Map.entry("tool_result", Set.of("type", "tool_use_id", "content", "is_error", "cache_control")),
            Map.entry("tool_reference", Set.of("type", "tool_name", "cache_control")),
            Map.entry("thinking", Set.of("type", "thinking", "signature")),
            Map.entry("redacted_thinking", Set.of("type", "data")),
            Map.entry("server_tool_use", Set.of("type", "id", "name", "input", "cache_control", "caller")),
            Map.entry("web_search_tool_result", Set.of("type", "tool_use_id", "content", "cache_control", "caller")),
            Map.entry("tool_addition", Set.of("type", "tool", "tools")),
            Map.entry("tool_removal", Set.of("type", "tool_name", "tool_names")));
    private static final List<String> IMAGES = List.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final Pattern CALL_ID = Pattern.compile("^[a-zA-Z0-9_-]+$");

    private MessagesBlock() {}

    static void check(Node block) {
        String type = block.object().at("type").required().string();
        Set<String> members = MEMBERS.get(type);
        if (members == null) {
            throw MessagesErrors.at(
                    block.path(),
                    "Input tag '" + type + "' found using 'type' does not match any of the expected tags: "
                            + MEMBERS.keySet().stream()
                                    .sorted()
                                    .map(tag -> "'" + tag + "'")
                                    .toList());
        }
        Node tagged = new Node(block.path() + "." + type, block.value()).object(members);
        switch (type) {
            case "text" -> checkText(tagged);
            case "image" -> checkImage(tagged);
            case "tool_use" -> checkCall(tagged);
            case "tool_result" -> checkResult(tagged);
            case "thinking" -> checkThinking(tagged);
            default -> {}
        }
    }

    private static void checkText(Node block) {
        if (block.at("text").required().string().isEmpty()) {
            throw MessagesErrors.at("messages", "text content blocks must be non-empty");
        }
    }

    private static void checkImage(Node block) {
        Node source = block.at("source").required().object();
        if (source.at("type").required().oneOf(List.of("base64", "url", "file")).equals("base64")) {
            source.at("media_type").required().oneOf(IMAGES);
            source.at("data").required().string();
        }
    }

    private static void checkCall(Node block) {
        String id = block.at("id").required().string();
        if (!CALL_ID.matcher(id).matches()) {
            throw MessagesErrors.at(block.at("id").path(), "String should match pattern '^[a-zA-Z0-9_-]+$'");
        }
        block.at("name").required().string();
        if (!block.at("input").required().value().isObject()) {
            throw MessagesErrors.at(block.at("input").path(), "Input should be a valid dictionary");
        }
    }

    private static void checkResult(Node block) {
        block.at("tool_use_id").required().string();
        if (block.at("content").value().isArray()) {
            block.at("content").elements().forEach(MessagesBlock::check);
        } else if (block.at("content").isPresent()) {
            block.at("content").string();
        }
    }

    private static void checkThinking(Node block) {
        block.at("thinking").required().string();
        String signature = block.at("signature").required().string();
        if (!signature.startsWith(MessagesStream.SIGNATURE)) {
            String path = block.path().replace(".thinking", "");
            throw MessagesErrors.at(path, "Invalid `signature` in `thinking` block");
        }
    }
}
