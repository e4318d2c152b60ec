package dev.sightglass.engine.upstream.azure.responses;

import tools.jackson.databind.JsonNode;

/** How a response ended, in both APIs' words. */
final class ResponseStatus {
    private ResponseStatus() {}

    /** The Responses API's own word, such as {@code incomplete: max_output_tokens}. */
    static String word(JsonNode response) {
        String status = response.path("status").asString("completed");
        String reason = response.path("incomplete_details").path("reason").asString("");
        return reason.isEmpty() ? status : status + ": " + reason;
    }

    static String stopReason(JsonNode response, boolean calls, boolean refused) {
        if (response.path("status").asString("").equals("incomplete")) {
            String reason = response.path("incomplete_details").path("reason").asString("");
            return reason.equals("content_filter") ? "refusal" : "max_tokens";
        }
        if (refused) return "refusal";
        return calls ? "tool_use" : "end_turn";
    }
}
