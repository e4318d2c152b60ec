package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.answer.AnswerPart;
import dev.sightglass.simulator.api.Answer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The output items of an answer, each as it is when it has just begun and when it is whole. */
final class ResponsesItems {
    /** How encrypted reasoning begins here; only such content is accepted when it comes back. */
    static final String ENCRYPTED_PREFIX = "gAAAAABsim";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One output item and the part of the plan that it shows. */
    record Item(String id, AnswerPart part) {}

    private final boolean encryptedAsked;
    private final List<Item> items = new ArrayList<>();

    ResponsesItems(Answer answer) {
        encryptedAsked = answer.request()
                .body()
                .path("include")
                .valueStream()
                .anyMatch(value -> value.asString("").equals("reasoning.encrypted_content"));
        for (AnswerPart part : answer.plan().parts()) {
            items.add(new Item(prefix(part) + answer.id() + items.size(), part));
        }
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    ArrayNode whole() {
        ArrayNode all = JSON.arrayNode();
        items.forEach(item -> all.add(whole(item)));
        return all;
    }

    JsonNode begun(Item item) {
        ObjectNode node = base(item, "in_progress");
        switch (item.part()) {
            case AnswerPart.Text _, AnswerPart.Refusal _ -> node.putArray("content");
            case AnswerPart.ToolCall call -> addCall(node, call, "");
            case AnswerPart.Reasoning reasoning -> {
                node.putArray("summary");
                addEncrypted(node, reasoning);
            }
        }
        return node;
    }

    JsonNode whole(Item item) {
        ObjectNode node = base(item, "completed");
        switch (item.part()) {
            case AnswerPart.Text text -> node.putArray("content").add(textPart(text.whole()));
            case AnswerPart.Refusal refusal -> node.putArray("content").add(refusalPart(refusal.whole()));
            case AnswerPart.ToolCall call -> addCall(node, call, call.arguments());
            case AnswerPart.Reasoning reasoning -> {
                ArrayNode summary = node.putArray("summary");
                if (!reasoning.summary().isEmpty()) {
                    summary.add(summaryPart(reasoning.whole()));
                }
                addEncrypted(node, reasoning);
            }
        }
        return node;
    }

    static ObjectNode textPart(String text) {
        ObjectNode part = JSON.objectNode().put("type", "output_text");
        part.putArray("annotations");
        part.putArray("logprobs");
        return part.put("text", text);
    }

    static ObjectNode refusalPart(String text) {
        return JSON.objectNode().put("type", "refusal").put("refusal", text);
    }

    static ObjectNode summaryPart(String text) {
        return JSON.objectNode().put("type", "summary_text").put("text", text);
    }

    private static ObjectNode base(Item item, String status) {
        ObjectNode node = JSON.objectNode().put("id", item.id()).put("type", type(item.part()));
        if (!(item.part() instanceof AnswerPart.Reasoning)) {
            node.put("status", status);
        }
        if (item.part() instanceof AnswerPart.Text || item.part() instanceof AnswerPart.Refusal) {
            node.put("role", "assistant");
        }
        return node;
    }

    private static void addCall(ObjectNode node, AnswerPart.ToolCall call, String arguments) {
        node.put("arguments", arguments).put("call_id", call.id()).put("name", call.name());
    }

    private void addEncrypted(ObjectNode node, AnswerPart.Reasoning reasoning) {
        String content = reasoning.encryptedContent();
        if (encryptedAsked) {
            node.put("encrypted_content", ENCRYPTED_PREFIX + (content == null ? item(reasoning) : content));
        }
    }

    private static String item(AnswerPart.Reasoning reasoning) {
        return Integer.toHexString(reasoning.whole().hashCode());
    }

    private static String type(AnswerPart part) {
        return switch (part) {
            case AnswerPart.Text _, AnswerPart.Refusal _ -> "message";
            case AnswerPart.ToolCall _ -> "function_call";
            case AnswerPart.Reasoning _ -> "reasoning";
        };
    }

    private static String prefix(AnswerPart part) {
        return switch (part) {
            case AnswerPart.Text _, AnswerPart.Refusal _ -> "msg_";
            case AnswerPart.ToolCall _ -> "fc_";
            case AnswerPart.Reasoning _ -> "rs_";
        };
    }
}
