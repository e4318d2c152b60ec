package dev.sightglass.engine.store.memory;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a body says to a reader: JSON strings without their escapes, and the pieces of a stream put together again. */
final class DecodedText {
    private DecodedText() {}

    /** True when the decoded text, or the bytes as they stand, hold {@code text}; letter case aside. */
    static boolean holds(byte[] body, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        String raw = new String(body, StandardCharsets.UTF_8);
        return raw.toLowerCase(Locale.ROOT).contains(wanted)
                || decode(raw).toLowerCase(Locale.ROOT).contains(wanted);
    }

    static String decode(String raw) {
        // Strings at one place of a stream's events are pieces of one text: joined, so that no word stays cut.
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        if (isEventStream(raw)) {
            raw.lines()
                    .filter(line -> line.startsWith("data:"))
                    .forEach(line -> collect(line.substring(5).strip(), texts));
        } else {
            collect(raw, texts);
        }
        return String.join("\n", texts.values());
    }

    private static boolean isEventStream(String raw) {
        return raw.startsWith("data:") || raw.startsWith("event:") || raw.startsWith(":");
    }

    private static void collect(String json, Map<String, StringBuilder> texts) {
        if (!json.startsWith("{") && !json.startsWith("[")) return;
        try {
            collect(Json.tree(json), "", texts);
        } catch (MalformedJson _) {
            // Cut or broken JSON is still found by its raw text.
        }
    }

    private static void collect(JsonNode node, String path, Map<String, StringBuilder> texts) {
        if (node.isString()) {
            texts.computeIfAbsent(path, _ -> new StringBuilder()).append(node.asString());
        } else if (node.isArray()) {
            int i = 0;
            for (JsonNode element : node) collect(element, path + "[" + i++ + "]", texts);
        } else {
            node.properties().forEach(field -> collect(field.getValue(), path + "." + field.getKey(), texts));
        }
    }
}
