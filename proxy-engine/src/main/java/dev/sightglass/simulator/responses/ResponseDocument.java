package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.answer.PlannedUsage;
import dev.sightglass.simulator.api.Answer;
import dev.sightglass.simulator.check.ContentFilterVerdicts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The {@code response} object: as it begins and as it ends. */
final class ResponseDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Answer answer;

    ResponseDocument(Answer answer) {
        this.answer = answer;
    }

    ObjectNode begun() {
        ObjectNode document = base("in_progress", JSON.arrayNode());
        document.putNull("incomplete_details").putNull("usage");
        return document;
    }

    ObjectNode ended(ArrayNode output) {
        String reason = incompleteReason();
        ObjectNode document = base(reason.isEmpty() ? "completed" : "incomplete", output);
        if (reason.isEmpty()) {
            document.putNull("incomplete_details");
        } else {
            document.putObject("incomplete_details").put("reason", reason);
        }
        document.set("usage", usage(answer.usage()));
        return document;
    }

    /** Why the answer is incomplete; empty when it is whole. */
    String incompleteReason() {
        return switch (answer.plan().ending()) {
            case NATURAL, STOP -> "";
            case LENGTH -> "max_output_tokens";
            case CONTENT_FILTER -> "content_filter";
        };
    }

    private ObjectNode base(String status, ArrayNode output) {
        JsonNode request = answer.request().body();
        ObjectNode document = JSON.objectNode()
                .put("id", "resp_" + answer.id())
                .put("object", "response")
                .put("created_at", answer.createdAtSeconds())
                .put("status", status)
                .put("background", false);
        ObjectNode filter = document.putArray("content_filters").addObject();
        filter.put("blocked", false).put("source_type", "prompt");
        filter.set("content_filter_results", ContentFilterVerdicts.safePrompt());
        document.putNull("error");
        copy(request, document, "instructions", "max_output_tokens");
        document.put("model", answer.request().deployment().reportedModel());
        document.set("output", output);
        document.put("parallel_tool_calls", request.path("parallel_tool_calls").asBoolean(true));
        document.putNull("previous_response_id");
        document.set(
                "reasoning",
                request.path("reasoning").isObject()
                        ? request.path("reasoning")
                        : JSON.objectNode().putNull("effort").putNull("summary"));
        document.put("service_tier", "default")
                .put("store", request.path("store").asBoolean(true));
        copy(request, document, "temperature", "text", "tool_choice", "tools", "top_p", "user");
        return document.put("truncation", "disabled");
    }

    private static void copy(JsonNode from, ObjectNode to, String... names) {
        for (String name : names) {
            to.set(name, from.has(name) ? from.path(name) : JSON.nullNode());
        }
    }

    private static ObjectNode usage(PlannedUsage usage) {
        ObjectNode node = JSON.objectNode().put("input_tokens", usage.promptTokens());
        node.putObject("input_tokens_details").put("cached_tokens", usage.cachedTokens());
        node.put("output_tokens", usage.completionTokens());
        node.putObject("output_tokens_details").put("reasoning_tokens", usage.reasoningTokens());
        return node.put("total_tokens", usage.totalTokens());
    }
}
