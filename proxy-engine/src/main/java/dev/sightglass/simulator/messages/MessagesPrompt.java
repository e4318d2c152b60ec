package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.check.TokenCount;
import tools.jackson.databind.JsonNode;

/** The prompt of a request: its size in estimated tokens, and its text in the order in which a prompt cache compares. */
final class MessagesPrompt {
    private static final String[] PARTS = {"tools", "system", "messages"};

    private MessagesPrompt() {}

    static int tokens(JsonNode body) {
        int sum = 0;
        for (String part : PARTS) {
            if (body.has(part)) {
                sum += TokenCount.ofJson(body.path(part));
            }
        }
        return sum;
    }

    /** Without the cache marks, which move from request to request. */
    static String cacheText(JsonNode body) {
        StringBuilder text = new StringBuilder();
        for (String part : PARTS) {
            body.path(part).forEach(element -> text.append(element).append('\n'));
        }
        return text.toString().replaceAll(",\"cache_control\":\\{[^}]*}", "");
    }
}
