package dev.sightglass.simulator.chat;

import dev.sightglass.simulator.answer.AnswerPlan;

/** Chat Completions' word for the end of an answer. */
final class FinishReason {
    private FinishReason() {}

    static String of(AnswerPlan plan) {
        return switch (plan.ending()) {
            case NATURAL -> plan.toolCalls().isEmpty() ? "stop" : "tool_calls";
            case STOP -> "stop";
            case LENGTH -> "length";
            case CONTENT_FILTER -> "content_filter";
        };
    }
}
