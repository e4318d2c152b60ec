package dev.sightglass.engine.detail;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import dev.sightglass.engine.detail.RequestPieces.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Cuts an answer of any of the APIs into pieces that have a meaning of their own. */
final class AnswerPieces {
    /** Fields of the three APIs that mean the same. */
    private static final Map<String, String> ALIASES = Map.of(
            "finish_reason", "stop_reason",
            "status", "stop_reason",
            "object", "type",
            "prompt_tokens", "input_tokens",
            "completion_tokens", "output_tokens",
            "cached_tokens", "cache_read_input_tokens");

    private final List<Piece> pieces = new ArrayList<>();

    private AnswerPieces() {}

    static List<Piece> of(JsonNode answer) {
        AnswerPieces cutter = new AnswerPieces();
        answer.properties().forEach(field -> cutter.field(field.getKey(), field.getValue()));
        return cutter.pieces;
    }

    private void field(String name, JsonNode value) {
        switch (name) {
            case "content" -> each(name, value, this::block);
            case "choices" -> each(name, value, this::choice);
            case "output" -> each(name, value, this::item);
            case "usage" -> usage(name, value);
            default -> plain(name, name, value);
        }
    }

    /** Cuts the element at a path. */
    private interface Cutter {
        void cut(String path, JsonNode element);
    }

    private static void each(String path, JsonNode array, Cutter cutter) {
        for (int i = 0; i < array.size(); i++) cutter.cut(path + "[" + i + "]", array.get(i));
    }

    private void plain(String path, String name, JsonNode value) {
        if (value.isNull()) return;
        pieces.add(new Piece(path, "field:" + ALIASES.getOrDefault(name, name), says(value), false));
    }

    private void usage(String path, JsonNode usage) {
        for (var field : usage.properties()) {
            String at = path + "." + field.getKey();
            if (field.getValue().isObject()) usage(at, field.getValue());
            else plain(at, field.getKey(), field.getValue());
        }
    }

    /** A content block of a message. */
    private void block(String path, JsonNode block) {
        switch (block.path("type").asString("")) {
            case "text" -> words(path, block.path("text"));
            case "thinking" -> thinking(path, block.path("thinking"));
            case "tool_use" -> call(path, block.path("id"), says(block.path("input")));
            default -> pieces.add(new Piece(path, "block:" + path, says(block), false));
        }
    }

    private void choice(String path, JsonNode choice) {
        for (var field : choice.properties()) {
            String at = path + "." + field.getKey();
            if (!field.getKey().equals("message")) plain(at, field.getKey(), field.getValue());
            else message(at, field.getValue());
        }
    }

    private void message(String path, JsonNode message) {
        for (var field : message.properties()) {
            String at = path + "." + field.getKey();
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "content", "refusal" -> {
                    if (!value.isNull() && !value.asString("").isEmpty()) words(at, value);
                }
                case "reasoning_content" -> thinking(at, value);
                case "tool_calls" -> each(at, value, this::toolCall);
                default -> plain(at, field.getKey(), value);
            }
        }
    }

    private void toolCall(String path, JsonNode call) {
        call(path, call.path("id"), arguments(call.path("function").path("arguments")));
    }

    /** An item of a Responses output. */
    private void item(String path, JsonNode item) {
        switch (item.path("type").asString("")) {
            case "message" ->
                each(
                        path + ".content",
                        item.path("content"),
                        (at, part) -> words(at, part.has("refusal") ? part.path("refusal") : part.path("text")));
            case "function_call" -> call(path, item.path("call_id"), arguments(item.path("arguments")));
            case "reasoning" -> reasoning(path, item);
            default -> pieces.add(new Piece(path, "item:" + path, says(item), false));
        }
    }

    private void reasoning(String path, JsonNode item) {
        StringBuilder words = new StringBuilder();
        for (JsonNode part : item.path("summary"))
            words.append(part.path("text").asString(""));
        pieces.add(new Piece(path, "thinking", words.toString(), false));
    }

    private void words(String path, JsonNode text) {
        pieces.add(new Piece(path, "", text.asString(""), true));
    }

    private void thinking(String path, JsonNode text) {
        if (!text.asString("").isEmpty()) pieces.add(new Piece(path, "thinking", text.asString(""), false));
    }

    private void call(String path, JsonNode id, String arguments) {
        pieces.add(new Piece(path, "call:" + id.asString(""), arguments, false));
    }

    /** Arguments are JSON in a string; spaces in it say nothing. */
    private static String arguments(JsonNode text) {
        try {
            return Json.tree(text.asString("")).toString();
        } catch (MalformedJson broken) {
            return text.asString("");
        }
    }

    private static String says(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
