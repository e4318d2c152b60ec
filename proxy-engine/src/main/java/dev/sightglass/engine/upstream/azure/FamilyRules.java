package dev.sightglass.engine.upstream.azure;

import dev.sightglass.engine.model.ModelFamily;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which parameters the models of a family take. The source is the table "Model families and effort" of the translation
 * reference.
 *
 * @param tokenLimit the name of Chat Completions' limit of output tokens
 * @param sampling when temperature and top_p are taken
 * @param stop whether stop sequences are taken
 * @param efforts the reasoning efforts taken, lowest first; empty when the family does not reason
 * @param effortWithTools what Chat Completions takes beside function tools
 * @param parallelFlag whether parallel_tool_calls is taken
 */
public record FamilyRules(
        String tokenLimit,
        Sampling sampling,
        boolean stop,
        List<String> efforts,
        EffortWithTools effortWithTools,
        boolean parallelFlag) {
    private static final String CLASSIC_LIMIT = "max_tokens";
    private static final String REASONING_LIMIT = "max_completion_tokens";

    /** When temperature and top_p are taken. */
    public enum Sampling {
        ALWAYS,
        WITHOUT_EFFORT,
        NEVER
    }

    /** What Chat Completions takes as an effort beside function tools. */
    public enum EffortWithTools {
        ANY,
        ABSENT,
        MUST_BE_NONE
    }

    public static FamilyRules of(ModelFamily family) {
        return switch (family) {
            case CLASSIC, OTHER, CLAUDE ->
                new FamilyRules(CLASSIC_LIMIT, Sampling.ALWAYS, true, List.of(), EffortWithTools.ABSENT, true);
            case O_SERIES -> reasoning(Sampling.NEVER, EffortWithTools.ANY, false, "low", "medium", "high");
            case GPT_5 -> reasoning(Sampling.NEVER, EffortWithTools.ANY, true, "minimal", "low", "medium", "high");
            case GPT_5_1 ->
                reasoning(Sampling.WITHOUT_EFFORT, EffortWithTools.ANY, true, "none", "low", "medium", "high");
            case GPT_5_4 ->
                reasoning(Sampling.NEVER, EffortWithTools.ABSENT, true, "none", "low", "medium", "high", "xhigh");
            case GPT_5_6 ->
                reasoning(Sampling.NEVER, EffortWithTools.MUST_BE_NONE, true, "none", "low", "medium", "high", "xhigh");
            case RESPONSES_ONLY -> reasoning(Sampling.NEVER, EffortWithTools.ANY, true, "low", "medium", "high");
        };
    }

    /** True when the family reasons at all. */
    public boolean reasons() {
        return !efforts.isEmpty();
    }

    /** Whether temperature and top_p are taken beside this effort, null for none told. */
    public boolean takesSampling(@Nullable String effort) {
        return switch (sampling) {
            case ALWAYS -> true;
            case WITHOUT_EFFORT -> "none".equals(effort);
            case NEVER -> false;
        };
    }

    private static FamilyRules reasoning(
            Sampling sampling, EffortWithTools withTools, boolean parallelFlag, String... efforts) {
        boolean stop = sampling == Sampling.WITHOUT_EFFORT;
        return new FamilyRules(REASONING_LIMIT, sampling, stop, List.of(efforts), withTools, parallelFlag);
    }
}
