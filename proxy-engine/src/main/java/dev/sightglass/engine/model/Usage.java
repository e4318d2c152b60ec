package dev.sightglass.engine.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of one answer in the Messages API's terms; null where the source did not say. Reported and estimated counts never
 * share an instance. Immutable; a class and no record, since a hundred thousand are held at once and a record would hold each
 * count in an object of its own.
 */
public final class Usage {
    /** Stands for a count that the source did not give. */
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final Source source;
    private final long input;
    private final long cacheRead;
    private final long cacheCreation;
    private final long output;
    private final Seldom seldom;

    /** Who counted the tokens. */
    public enum Source {
        REPORTED,
        ESTIMATED
    }

    /** Counts that few answers have, or that are 0 in most. */
    private record Seldom(
            long cacheCreation1h,
            long reasoning,
            long audioInput,
            long audioOutput,
            long acceptedPrediction,
            long rejectedPrediction) {
        static final Seldom NONE = new Seldom(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
        /** What Azure reports of models that neither reason nor speak. */
        static final Seldom ZEROS = new Seldom(UNKNOWN, 0, 0, 0, 0, 0);

        static Seldom of(
                long cacheCreation1h,
                long reasoning,
                long audioInput,
                long audioOutput,
                long acceptedPrediction,
                long rejectedPrediction) {
            boolean same = reasoning == audioInput
                    && reasoning == audioOutput
                    && reasoning == acceptedPrediction
                    && reasoning == rejectedPrediction;
            if (cacheCreation1h == UNKNOWN && same && reasoning == UNKNOWN) return NONE;
            if (cacheCreation1h == UNKNOWN && same && reasoning == 0) return ZEROS;
            return new Seldom(
                    cacheCreation1h, reasoning, audioInput, audioOutput, acceptedPrediction, rejectedPrediction);
        }
    }

    /**
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
    public Usage(
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
        this.source = source;
        this.input = pack(input);
        this.cacheRead = pack(cacheRead);
        this.cacheCreation = pack(cacheCreation);
        this.output = pack(output);
        this.seldom = Seldom.of(
                pack(cacheCreation1h),
                pack(reasoning),
                pack(audioInput),
                pack(audioOutput),
                pack(acceptedPrediction),
                pack(rejectedPrediction));
    }

    /** The usual reported counts; the rest unknown. */
    public static Usage reported(
            @Nullable Long input, @Nullable Long cacheRead, @Nullable Long cacheCreation, @Nullable Long output) {
        return new Usage(Source.REPORTED, input, cacheRead, cacheCreation, null, output, null, null, null, null, null);
    }

    private static long pack(@Nullable Long count) {
        return count == null ? UNKNOWN : count;
    }

    private static @Nullable Long unpack(long count) {
        return count == UNKNOWN ? null : count;
    }

    public Source source() {
        return source;
    }

    /** Fresh input, without what was read from or written to the cache. */
    public @Nullable Long input() {
        return unpack(input);
    }

    /** Input read from the prompt cache. */
    public @Nullable Long cacheRead() {
        return unpack(cacheRead);
    }

    /** Input written to the prompt cache, all lifetimes together. */
    public @Nullable Long cacheCreation() {
        return unpack(cacheCreation);
    }

    /** The part of {@link #cacheCreation} that is kept for one hour. */
    public @Nullable Long cacheCreation1h() {
        return unpack(seldom.cacheCreation1h);
    }

    /** All output, reasoning included. */
    public @Nullable Long output() {
        return unpack(output);
    }

    /** The part of {@link #output} that was reasoning. */
    public @Nullable Long reasoning() {
        return unpack(seldom.reasoning);
    }

    /** Audio tokens inside the input. */
    public @Nullable Long audioInput() {
        return unpack(seldom.audioInput);
    }

    /** Audio tokens inside the output. */
    public @Nullable Long audioOutput() {
        return unpack(seldom.audioOutput);
    }

    /** Predicted output tokens that appeared in the answer. */
    public @Nullable Long acceptedPrediction() {
        return unpack(seldom.acceptedPrediction);
    }

    /** Predicted output tokens that did not. */
    public @Nullable Long rejectedPrediction() {
        return unpack(seldom.rejectedPrediction);
    }

    /** All input: fresh, cache read and cache creation; null when no part is known. OpenAI's {@code prompt_tokens}. */
    public @Nullable Long totalInput() {
        if (input == UNKNOWN && cacheRead == UNKNOWN && cacheCreation == UNKNOWN) return null;
        return orZero(input) + orZero(cacheRead) + orZero(cacheCreation);
    }

    private static long orZero(long count) {
        return count == UNKNOWN ? 0 : count;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Usage u
                && source == u.source
                && input == u.input
                && cacheRead == u.cacheRead
                && cacheCreation == u.cacheCreation
                && output == u.output
                && seldom.equals(u.seldom);
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, input, cacheRead, cacheCreation, output, seldom);
    }

    @Override
    public String toString() {
        return "Usage[source=" + source + ", input=" + input() + ", cacheRead=" + cacheRead() + ", cacheCreation="
                + cacheCreation() + ", cacheCreation1h=" + cacheCreation1h() + ", output=" + output() + ", reasoning="
                + reasoning() + ", audioInput=" + audioInput() + ", audioOutput=" + audioOutput()
                + ", acceptedPrediction=" + acceptedPrediction() + ", rejectedPrediction=" + rejectedPrediction() + "]";
    }
}
