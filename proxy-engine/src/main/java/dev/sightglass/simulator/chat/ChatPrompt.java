package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.check.TokenCount;
import tools.jackson.databind.JsonNode;

/** The prompt of a request: its size in estimated tokens, and its text in the order in which a prompt cache compares. */
final class ChatPrompt {
    private static final int PER_MESSAGE = 3;

    private ChatPrompt() {}

    static int messageTokens(JsonNode body) {
        int sum = 0;
        for (JsonNode message : body.path("messages")) {
            sum += PER_MESSAGE + TokenCount.ofJson(message);
        }
        return sum;
    }

    static int toolTokens(JsonNode body) {
        return body.has("tools") ? TokenCount.ofJson(body.path("tools")) : 0;
    }

    static String cacheText(JsonNode body) {
        StringBuilder text = new StringBuilder(body.path("tools").toString());
        for (JsonNode message : body.path("messages")) {
            text.append(message).append('\n');
        }
        return text.toString();
    }
}
