package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.codec.messages.RequestOptions;
import org.jspecify.annotations.Nullable;

/** How an answer's words are drawn, as Azure's OpenAI models take it. */
public final class SamplingOptions {
    private SamplingOptions() {}

    /** @param effort the reasoning effort that is sent: some families take these beside none only */
    public static void write(RequestDraft draft, @Nullable String effort) {
        RequestOptions options = draft.source().options();
        boolean taken = draft.rules().takesSampling(effort);
        number("temperature", options.temperature(), taken, draft);
        number("top_p", options.topP(), taken, draft);
        if (options.topK() != null) draft.notes().dropped("top_k", "Azure's OpenAI models have no such setting");
    }

    private static void number(String name, @Nullable String number, boolean taken, RequestDraft draft) {
        if (number == null) return;
        if (taken && draft.learnt().takes(name)) draft.out().name(name).raw(number);
        else draft.notes().dropped(name, "the deployment's model takes only its default");
    }
}
