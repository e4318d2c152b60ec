package dev.sightglass.simulator.check;

import tools.jackson.databind.JsonNode;

/**
 * The simulator's own token figures: one token for each four characters begun. It is an estimate and nothing else, but the
 * same text always gives the same figure, and it shares nothing with the proxy's tokenizer.
 */
public final class TokenCount {
    private static final int CHARACTERS_PER_TOKEN = 4;
    /** What a picture costs whatever its size; its base64 text is not counted. */
    private static final int PICTURE = 765;

    private TokenCount() {}

    public static int ofText(String text) {
        return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }

    /** Tokens of a piece of a request: all its texts and names, pictures at a flat rate. */
    public static int ofJson(JsonNode node) {
        if (node.isString()) {
            String text = node.asString();
            return isBinary(text) ? PICTURE : ofText(text);
        }
        int sum = 0;
        for (var member : node.properties()) {
            sum += ofText(member.getKey()) + ofJson(member.getValue());
        }
        for (JsonNode element : node.isArray() ? node : JsonNodes.NONE) {
            sum += 1 + ofJson(element);
        }
        return node.isContainer() ? sum : sum + 1;
    }

    private static boolean isBinary(String text) {
        return text.startsWith("data:") && text.contains(";base64,");
    }
}
