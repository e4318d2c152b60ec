package dev.sightglass.simulator.api;

import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.PlannedUsage;
import dev.sightglass.simulator.answer.RequestView;
import java.time.Instant;

/**
 * A planned answer with all that was still open filled in: ids, figures, time.
 *
 * @param id the answer's id without the API's own prefix
 */
public record Answer(
        RequestView request,
        AnswerPlan plan,
        PlannedUsage usage,
        String id,
        Instant createdAt,
        ToolCallShape toolCallShape) {

    public long createdAtSeconds() {
        return createdAt.getEpochSecond();
    }

    public Answer withToolCallShape(ToolCallShape shape) {
        return new Answer(request, plan, usage, id, createdAt, shape);
    }
}
