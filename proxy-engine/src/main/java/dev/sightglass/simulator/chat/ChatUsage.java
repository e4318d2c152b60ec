package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.answer.PlannedUsage;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The {@code usage} object of Chat Completions. */
final class ChatUsage {
    private ChatUsage() {}

    static ObjectNode of(PlannedUsage usage) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("completion_tokens", usage.completionTokens());
        node.putObject("completion_tokens_details")
                .put("accepted_prediction_tokens", 0)
                .put("audio_tokens", 0)
                .put("reasoning_tokens", usage.reasoningTokens())
                .put("rejected_prediction_tokens", 0);
        node.put("prompt_tokens", usage.promptTokens());
        node.putObject("prompt_tokens_details").put("audio_tokens", 0).put("cached_tokens", usage.cachedTokens());
        return node.put("total_tokens", usage.totalTokens());
    }
}
