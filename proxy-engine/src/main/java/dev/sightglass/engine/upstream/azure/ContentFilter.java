package dev.sightglass.engine.upstream.azure;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Azure's refusal of a prompt by its content filter, told with the categories that struck. */
final class ContentFilter {
    private ContentFilter() {}

    static boolean blocked(JsonNode error) {
        return error.path("code").asString("").equals("content_filter")
                || innerError(error).path("code").asString("").equals("ResponsibleAIPolicyViolation");
    }

    static String message(JsonNode error) {
        return "Azure's content filter blocked the prompt" + struck(error)
                + ". Rephrase it or take the passage out; the deployment's owner can change the filter. Azure says: "
                + error.path("message").asString("(nothing)");
    }

    /** For a filter that strikes when some of the answer has been sent. */
    static String answerMessage(JsonNode error) {
        return "Azure's content filter cut the answer off" + struck(error)
                + ". Ask for it in other words; the deployment's owner can change the filter. Azure says: "
                + error.path("message").asString("(nothing)");
    }

    private static String struck(JsonNode error) {
        JsonNode inner = innerError(error);
        JsonNode verdicts = inner.has("content_filter_result")
                ? inner.path("content_filter_result")
                : inner.path("content_filter_results");
        List<String> categories = new ArrayList<>();
        for (var verdict : verdicts.properties()) {
            if (!verdict.getValue().path("filtered").asBoolean(false)) continue;
            String severity = verdict.getValue().path("severity").asString("");
            categories.add(severity.isEmpty() ? verdict.getKey() : verdict.getKey() + " (severity " + severity + ")");
        }
        return categories.isEmpty() ? "" : ", category " + String.join(", ", categories);
    }

    /** Both spellings are seen. */
    private static JsonNode innerError(JsonNode error) {
        return error.has("innererror") ? error.path("innererror") : error.path("inner_error");
    }
}
