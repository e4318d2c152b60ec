package dev.sightglass.engine.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Cuts a request of any of the APIs into pieces that have a meaning of their own. */
final class RequestPieces {
    /** Fields of the three APIs that mean the same, by the Messages API's name. */
    private static final Map<String, String> ALIASES = Map.of(
            "max_completion_tokens", "max_tokens",
            "max_output_tokens", "max_tokens",
            "stop", "stop_sequences",
            "reasoning_effort", "output_config",
            "reasoning", "output_config",
            "response_format", "output_format",
            "text", "output_format");

    private final List<Piece> pieces = new ArrayList<>();

    private RequestPieces() {}

    /**
     * A piece.
     *
     * @param key equal for pieces of both sides that mean the same; texts have theirs in {@code text}
     * @param text what the piece says
     * @param isText whether it is matched by what it says
     */
    record Piece(String path, String key, String text, boolean isText) {}

    static List<Piece> of(JsonNode request) {
        RequestPieces cutter = new RequestPieces();
        request.properties().forEach(field -> cutter.field(field.getKey(), field.getValue()));
        return cutter.pieces;
    }

    private void field(String name, JsonNode value) {
        switch (name) {
            case "messages", "input" -> messages(name, value);
            case "tools" -> tools(value);
            case "system", "instructions" -> content(name, value);
            default -> pieces.add(new Piece(name, "field:" + ALIASES.getOrDefault(name, name), plain(value), false));
        }
    }

    private void tools(JsonNode tools) {
        for (int i = 0; i < tools.size(); i++) {
            JsonNode tool = tools.get(i);
            JsonNode function = tool.path("function").isObject() ? tool.path("function") : tool;
            String schema = function.has("input_schema")
                    ? function.path("input_schema").toString()
                    : function.path("parameters").toString();
            String name = function.path("name").asString("");
            String says = name + ": " + function.path("description").asString("") + " " + schema;
            pieces.add(new Piece("tools[" + i + "]", "tool:" + name, says, false));
        }
    }

    private void messages(String name, JsonNode messages) {
        if (!messages.isArray()) {
            content(name, messages);
            return;
        }
        for (int i = 0; i < messages.size(); i++) message(name + "[" + i + "]", messages.get(i));
    }

    private void message(String path, JsonNode message) {
        if (message.path("role").asString("").equals("tool")) {
            String id = message.path("tool_call_id").asString("");
            pieces.add(new Piece(path, "result:" + id, plain(message.path("content")), false));
            return;
        }
        if (message.has("call_id")) {
            boolean result = message.has("output");
            String key =
                    (result ? "result:" : "call:") + message.path("call_id").asString("");
            String says = result
                    ? plain(message.path("output"))
                    : message.path("arguments").asString("");
            pieces.add(new Piece(path, key, says, false));
            return;
        }
        content(path + ".content", message.path("content"));
        JsonNode calls = message.path("tool_calls");
        for (int i = 0; i < calls.size(); i++)
            pieces.add(new Piece(
                    path + ".tool_calls[" + i + "]",
                    "call:" + calls.get(i).path("id").asString(""),
                    calls.get(i).path("function").path("arguments").asString(""),
                    false));
    }

    private void content(String path, JsonNode content) {
        if (content.isString()) pieces.add(new Piece(path, "", content.asString(), true));
        for (int i = 0; content.isArray() && i < content.size(); i++) block(path + "[" + i + "]", content.get(i));
    }

    private void block(String path, JsonNode block) {
        switch (block.path("type").asString("")) {
            case "text", "input_text", "output_text" ->
                pieces.add(new Piece(path, "", block.path("text").asString(""), true));
            case "tool_use" ->
                pieces.add(new Piece(
                        path,
                        "call:" + block.path("id").asString(""),
                        block.path("input").toString(),
                        false));
            case "tool_result" -> result(path, block);
            case "image" -> picture(path, block.path("source").path("data").asString(""));
            case "image_url" ->
                picture(path, block.path("image_url").path("url").asString(""));
            case "input_image" -> picture(path, block.path("image_url").asString(""));
            case "thinking" ->
                pieces.add(new Piece(
                        path, "thinking:" + path, block.path("thinking").asString(""), false));
            default -> pieces.add(new Piece(path, "block:" + path, plain(block), false));
        }
    }

    private void result(String path, JsonNode block) {
        String id = block.path("tool_use_id").asString("");
        JsonNode content = block.path("content");
        StringBuilder words = new StringBuilder();
        if (content.isString()) words.append(content.asString());
        for (JsonNode part : content) words.append(part.path("text").asString(""));
        pieces.add(new Piece(path, "result:" + id, words.toString(), false));
        for (int i = 0; content.isArray() && i < content.size(); i++)
            if (content.get(i).path("type").asString("").equals("image"))
                block(path + ".content[" + i + "]", content.get(i));
    }

    /** Pictures are told apart by their last bytes: the media type may stand in front or elsewhere. */
    private void picture(String path, String data) {
        String tail = data.substring(Math.max(0, data.length() - 64));
        pieces.add(new Piece(path, "picture:" + tail, tail, false));
    }

    private static String plain(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
