package dev.sightglass.engine.upstream.azure.chat;

import org.jspecify.annotations.Nullable;

/** Chat Completions' finish reasons as the Messages API's stop reasons. */
final class FinishReason {
    private FinishReason() {}

    /**
     * @param finish null and words of the future end the turn, as {@code stop} does
     * @param calls whether tools are called: a forced call ends with {@code stop}
     * @param refused whether the model refused
     */
    static String stopReason(@Nullable String finish, boolean calls, boolean refused) {
        if ("length".equals(finish)) return "max_tokens";
        if ("content_filter".equals(finish) || refused) return "refusal";
        return calls ? "tool_use" : "end_turn";
    }
}
