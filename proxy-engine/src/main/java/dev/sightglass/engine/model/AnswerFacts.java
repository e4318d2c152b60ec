package dev.sightglass.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says of itself.
 *
 * @param responseId the upstream's id of the answer
 * @param reportedModel the model as the upstream names it
 * @param stopReason the Messages API's {@code stop_reason}
 * @param upstreamFinish the upstream's own word for it, such as {@code finish_reason: length}
 * @param toolsCalled names of the tools that the answer calls, in order, repeats kept
 */
public record AnswerFacts(
        @Nullable String responseId,
        @Nullable String reportedModel,
        @Nullable String stopReason,
        @Nullable String upstreamFinish,
        List<String> toolsCalled,
        @Nullable Usage usage) {
    public static final AnswerFacts NONE = new AnswerFacts(null, null, null, null, List.of(), null);

    public AnswerFacts {
        toolsCalled = List.copyOf(toolsCalled);
    }
}
