package dev.sightglass.engine.detail;

import dev.sightglass.engine.codec.json.Json;
import dev.sightglass.engine.codec.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Collects what Azure's content filter said of an exchange: in the answer, in chunks without content, in a refusal. */
public final class FilterVerdicts {
    private final Map<String, FilterVerdict> verdicts = new LinkedHashMap<>();

    private FilterVerdicts() {}

    /** The verdicts in Azure's answer, each category once with the worst that was said; empty when there are none. */
    public static List<FilterVerdict> of(ReadBody answer) {
        FilterVerdicts collector = new FilterVerdicts();
        byte[] bytes = answer.recorded().bytes();
        if (answer.isStream())
            for (StreamEventView event :
                    StreamEvents.of(bytes, answer.recorded().marks())) {
                String data = event.data();
                if (data != null && data.contains("filter")) collector.json(data);
            }
        else collector.json(new String(bytes, StandardCharsets.UTF_8));
        return List.copyOf(collector.verdicts.values());
    }

    private void json(String text) {
        try {
            JsonNode root = Json.tree(text);
            for (JsonNode prompt : root.path("prompt_filter_results")) results(true, prompt);
            for (JsonNode choice : root.path("choices")) results(false, choice);
            for (JsonNode filter : root.path("response").path("content_filters")) responses(filter);
            for (JsonNode filter : root.path("content_filters")) responses(filter);
            JsonNode error = root.path("error");
            results(true, error.path("innererror"));
            results(true, error.path("inner_error"));
        } catch (MalformedJson notJson) {
            // Not an answer that could hold a verdict.
            return;
        }
    }

    private void responses(JsonNode filter) {
        results(filter.path("source_type").asString("").equals("prompt"), filter);
    }

    /** Both spellings are seen. */
    private void results(boolean prompt, JsonNode holder) {
        for (String name : new String[] {"content_filter_results", "content_filter_result"})
            for (var category : holder.path(name).properties())
                if (category.getValue().isObject()) add(verdict(prompt, category.getKey(), category.getValue()));
    }

    private static FilterVerdict verdict(boolean prompt, String category, JsonNode said) {
        String severity = said.path("severity").asString("");
        return new FilterVerdict(
                prompt,
                category,
                severity.isEmpty() ? null : severity,
                said.path("filtered").asBoolean(false),
                said.has("detected") ? said.path("detected").asBoolean(false) : null);
    }

    private void add(FilterVerdict verdict) {
        verdicts.merge(
                verdict.prompt() + verdict.category(), verdict, (one, other) -> rank(other) > rank(one) ? other : one);
    }

    private static int rank(FilterVerdict verdict) {
        int severity = List.of("safe", "low", "medium", "high").indexOf(String.valueOf(verdict.severity()));
        return (verdict.filtered() ? 100 : 0) + (Boolean.TRUE.equals(verdict.detected()) ? 50 : 0) + severity;
    }
}
