package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.check.TokenCount;
import tools.jackson.databind.JsonNode;

/** The prompt of a request: its size in estimated tokens, and its text in the order in which a prompt cache compares. */
final class ResponsesPrompt {
    private ResponsesPrompt() {}

    static int tokens(JsonNode body) {
        int sum = TokenCount.ofText(body.path("instructions").asString(""));
        for (String name : new String[] {"tools", "input"}) {
            if (body.has(name)) {
                sum += TokenCount.ofJson(body.path(name));
            }
        }
        return sum;
    }

    static String cacheText(JsonNode body) {
        StringBuilder text = new StringBuilder(body.path("instructions").asString(""));
        text.append(body.path("tools"));
        if (body.path("input").isString()) {
            text.append(body.path("input").asString());
        }
        body.path("input").forEach(item -> text.append(item).append('\n'));
        return text.toString();
    }
}
