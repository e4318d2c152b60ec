package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.TranslationNote.Action;
import dev.sightglass.engine.model.TranslationNote.Direction;
import dev.sightglass.engine.model.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one answer has said of itself so far, and what its translation could not carry. One thread. */
public final class AnswerLog {
    public final Notes notes = new Notes(Direction.ANSWER);
    private final List<String> toolsCalled = new ArrayList<>();
    private @Nullable String responseId;
    private @Nullable String reportedModel;
    private @Nullable String stopReason;
    private @Nullable String upstreamFinish;
    private @Nullable Usage usage;

    /** Takes id and model from an object that may carry them; empty ones count as missing. */
    public void identify(JsonNode object) {
        String id = object.path("id").asString("");
        String model = object.path("model").asString("");
        if (responseId == null && !id.isEmpty()) responseId = id;
        if (reportedModel == null && !model.isEmpty()) reportedModel = model;
    }

    public @Nullable String responseId() {
        return responseId;
    }

    /** True until Azure has named its answer. */
    public boolean idMissing() {
        return responseId == null;
    }

    public void toolCalled(String name) {
        toolsCalled.add(name);
    }

    public boolean anyToolCalled() {
        return !toolsCalled.isEmpty();
    }

    public void finish(@Nullable String upstreamWord) {
        upstreamFinish = upstreamWord;
    }

    public @Nullable String finish() {
        return upstreamFinish;
    }

    public void stopReason(String reason) {
        stopReason = reason;
    }

    public void usage(@Nullable Usage reported) {
        if (reported != null) usage = reported;
    }

    public @Nullable Usage usage() {
        return usage;
    }

    /** Notes the fields of an object that the translation does not look at; absent and null ones say nothing. */
    public void unknownFields(JsonNode object, String path, Set<String> known) {
        for (var field : object.properties()) {
            JsonNode value = field.getValue();
            boolean silent = value.isNull() || (value.isContainer() && value.isEmpty());
            if (!silent && !known.contains(field.getKey()))
                notes.once(
                        Action.DROPPED,
                        path + field.getKey(),
                        null,
                        "the Messages API has no place for it; it stands in Azure's answer");
        }
    }

    public AnswerFacts facts() {
        return new AnswerFacts(responseId, reportedModel, stopReason, upstreamFinish, toolsCalled, usage);
    }
}
