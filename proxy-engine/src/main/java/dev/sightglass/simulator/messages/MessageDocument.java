package dev.sightglass.simulator.messages;

import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.PlannedUsage;
import dev.sightglass.simulator.api.Answer;
import dev.sightglass.simulator.check.JsonNodes;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A {@code message}: whole, or empty as a stream begins with it. */
final class MessageDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MessageDocument() {}

    static ObjectNode whole(Answer answer) {
        ObjectNode message = base(answer);
        ArrayNode content = message.putArray("content");
        answer.plan().parts().forEach(part -> content.add(block(part)));
        message.put("stop_reason", stopReason(answer.plan())).putNull("stop_sequence");
        message.set("usage", usage(answer.usage(), answer.usage().completionTokens()));
        return message;
    }

    static ObjectNode begun(Answer answer) {
        ObjectNode message = base(answer);
        message.putArray("content");
        message.putNull("stop_reason").putNull("stop_sequence");
        message.set("usage", usage(answer.usage(), 1));
        return message;
    }

    static String stopReason(AnswerPlan plan) {
        boolean refused = plan.parts().stream().anyMatch(AnswerPart.Refusal.class::isInstance);
        return switch (plan.ending()) {
            case NATURAL, STOP -> refused ? "refusal" : plan.toolCalls().isEmpty() ? "end_turn" : "tool_use";
            case LENGTH -> "max_tokens";
            case CONTENT_FILTER -> "refusal";
        };
    }

    /** Here cached tokens are counted apart from the input. */
    static ObjectNode usage(PlannedUsage usage, int outputTokens) {
        ObjectNode node = JSON.objectNode()
                .put("input_tokens", usage.promptTokens() - usage.cachedTokens())
                .put("cache_creation_input_tokens", 0)
                .put("cache_read_input_tokens", usage.cachedTokens());
        node.putObject("cache_creation").put("ephemeral_5m_input_tokens", 0).put("ephemeral_1h_input_tokens", 0);
        return node.put("output_tokens", outputTokens).put("service_tier", "standard");
    }

    private static ObjectNode base(Answer answer) {
        return JSON.objectNode()
                .put("model", answer.request().deployment().reportedModel())
                .put("id", "msg_" + answer.id())
                .put("type", "message")
                .put("role", "assistant");
    }

    private static JsonNode block(AnswerPart part) {
        return switch (part) {
            case AnswerPart.Text text -> JSON.objectNode().put("type", "text").put("text", text.whole());
            case AnswerPart.Refusal refusal ->
                JSON.objectNode().put("type", "text").put("text", refusal.whole());
            case AnswerPart.Reasoning reasoning ->
                JSON.objectNode()
                        .put("type", "thinking")
                        .put("thinking", reasoning.whole())
                        .put("signature", MessagesStream.signature(reasoning));
            case AnswerPart.ToolCall call ->
                JSON.objectNode()
                        .put("type", "tool_use")
                        .put("id", call.id())
                        .put("name", call.name())
                        .set("input", input(call));
        };
    }

    private static JsonNode input(AnswerPart.ToolCall call) {
        return JsonNodes.parseObject(call.arguments().getBytes(StandardCharsets.UTF_8))
                .orElseGet(JSON::objectNode);
    }
}
