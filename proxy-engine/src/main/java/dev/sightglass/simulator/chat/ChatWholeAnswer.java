package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.Ending;
import dev.sightglass.simulator.api.Answer;
import dev.sightglass.simulator.check.ContentFilterVerdicts;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A {@code chat.completion} document as Azure writes it. */
final class ChatWholeAnswer {
    private ChatWholeAnswer() {}

    static ObjectNode of(Answer answer) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("choices").add(choice(answer.plan()));
        body.put("created", answer.createdAtSeconds())
                .put("id", "chatcmpl-" + answer.id())
                .put("model", answer.request().deployment().reportedModel())
                .put("object", "chat.completion");
        body.putArray("prompt_filter_results")
                .addObject()
                .put("prompt_index", 0)
                .set("content_filter_results", ContentFilterVerdicts.safePrompt());
        body.put("system_fingerprint", ChatChunks.FINGERPRINT);
        body.set("usage", ChatUsage.of(answer.usage()));
        return body;
    }

    private static ObjectNode choice(AnswerPlan plan) {
        ObjectNode choice = JsonNodeFactory.instance.objectNode();
        choice.set(
                "content_filter_results",
                plan.ending() == Ending.CONTENT_FILTER
                        ? ContentFilterVerdicts.blocked()
                        : ContentFilterVerdicts.safe());
        choice.put("finish_reason", FinishReason.of(plan)).put("index", 0).putNull("logprobs");
        choice.set("message", message(plan));
        return choice;
    }

    private static ObjectNode message(AnswerPlan plan) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.putArray("annotations");
        message.put("content", plan.wholeText().orElse(null));
        String refusal = plan.parts().stream()
                .filter(AnswerPart.Refusal.class::isInstance)
                .map(part -> ((AnswerPart.Refusal) part).whole())
                .collect(Collectors.joining());
        message.put("refusal", refusal.isEmpty() ? null : refusal).put("role", "assistant");
        if (!plan.toolCalls().isEmpty()) {
            ArrayNode calls = message.putArray("tool_calls");
            plan.toolCalls().forEach(call -> addCall(calls.addObject(), call));
        }
        return message;
    }

    private static void addCall(ObjectNode node, AnswerPart.ToolCall call) {
        node.putObject("function").put("arguments", call.arguments()).put("name", call.name());
        node.put("id", call.id()).put("type", "function");
    }
}
