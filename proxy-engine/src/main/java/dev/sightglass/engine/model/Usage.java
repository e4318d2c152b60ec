package dev.sightglass.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * Tokens of one answer in the Messages API's terms; null where the source did not say. Reported and estimated counts never
 * share an instance.
 *
 * @param source who counted
 * @param input fresh input, without what was read from or written to the cache
 * @param cacheRead input read from the prompt cache
 * @param cacheCreation input written to the prompt cache, all lifetimes together
 * @param cacheCreation1h the part of {@code cacheCreation} that is kept for one hour
 * @param output all output, reasoning included
 * @param reasoning the part of {@code output} that was reasoning
 * @param audioInput audio tokens inside the input
 * @param audioOutput audio tokens inside the output
 * @param acceptedPrediction predicted output tokens that appeared in the answer
 * @param rejectedPrediction predicted output tokens that did not
 */
public record Usage(
        Source source,
        @Nullable Long input,
        @Nullable Long cacheRead,
        @Nullable Long cacheCreation,
        @Nullable Long cacheCreation1h,
        @Nullable Long output,
        @Nullable Long reasoning,
        @Nullable Long audioInput,
        @Nullable Long audioOutput,
        @Nullable Long acceptedPrediction,
        @Nullable Long rejectedPrediction) {
    /** Who counted the tokens. */
    public enum Source {
        REPORTED,
        ESTIMATED
    }

    /** The usual reported counts; the rest unknown. */
    public static Usage reported(
            @Nullable Long input, @Nullable Long cacheRead, @Nullable Long cacheCreation, @Nullable Long output) {
        return new Usage(Source.REPORTED, input, cacheRead, cacheCreation, null, output, null, null, null, null, null);
    }

    /** All input: fresh, cache read and cache creation; null when no part is known. OpenAI's {@code prompt_tokens}. */
    public @Nullable Long totalInput() {
        if (input == null && cacheRead == null && cacheCreation == null) return null;
        return orZero(input) + orZero(cacheRead) + orZero(cacheCreation);
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
