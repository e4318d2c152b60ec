package dev.sightglass.engine.tokens;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts what a request would cost as a prompt: texts with o200k_base, pictures by their size, PDFs by their pages, and the
 * framing that OpenAI documents for messages and tools. Pictures and files never count as the text that carries them.
 */
public final class TokenEstimator implements TokenCounter {
    private final TextTokens texts = new TextTokens();

    @Override
    public long count(byte[] body) {
        JsonNode request = tree(body);
        if (!(request instanceof ObjectNode object))
            throw new IllegalArgumentException("body: Input should be an object");
        return new RequestTokens(texts, object).count();
    }

    private static JsonNode tree(byte[] body) {
        try {
            return Json.tree(body);
        } catch (MalformedJson e) {
            throw new IllegalArgumentException("body: not valid JSON: " + e.reason(), e);
        }
    }
}
