package dev.sightglass.simulator.deployment;

import java.util.List;

/**
 * Which parameters Azure takes, by family of model. Sources: Azure's how-to on reasoning models, the documentation of the
 * {@code openai} package's request types, and refusals reported by users of each family.
 */
public enum ModelFamily {
    /** gpt-4o, gpt-4.1, gpt-35-turbo and the chat variants of gpt-5: no reasoning. */
    GPT_4(List.of(), Sampling.ALWAYS, true, true, ToolsWithEffort.ANY),
    /** o1 and o3-mini. */
    O1(List.of("low", "medium", "high"), Sampling.NEVER, true, false, ToolsWithEffort.ANY),
    /** o3 and o4-mini, which take no stop sequences either. */
    O4(List.of("low", "medium", "high"), Sampling.NEVER, false, false, ToolsWithEffort.ANY),
    GPT_5(List.of("minimal", "low", "medium", "high"), Sampling.NEVER, false, true, ToolsWithEffort.ANY),
    GPT_5_1(List.of("none", "low", "medium", "high"), Sampling.WITH_EFFORT_NONE, true, true, ToolsWithEffort.ANY),
    GPT_5_2(
            List.of("none", "low", "medium", "high", "xhigh"),
            Sampling.WITH_EFFORT_NONE,
            true,
            true,
            ToolsWithEffort.ANY),
    GPT_5_4(
            List.of("none", "low", "medium", "high", "xhigh"),
            Sampling.NEVER,
            false,
            true,
            ToolsWithEffort.OMIT_OR_NONE),
    GPT_5_6(
            List.of("none", "low", "medium", "high", "xhigh"),
            Sampling.NEVER,
            false,
            true,
            ToolsWithEffort.NONE_REQUIRED),
    /** Codex-class models: Responses only. */
    CODEX(List.of("low", "medium", "high", "xhigh"), Sampling.NEVER, false, true, ToolsWithEffort.ANY),
    /** Claude on the Foundry endpoint: Messages only. */
    CLAUDE(List.of("low", "medium", "high"), Sampling.ALWAYS, true, true, ToolsWithEffort.ANY);

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> efforts;

    private final Sampling sampling;
    private final boolean stopTaken;
    private final boolean parallelToolCallsTaken;
    private final ToolsWithEffort toolsWithEffort;

    ModelFamily(
            List<String> efforts,
            Sampling sampling,
            boolean stopTaken,
            boolean parallelToolCallsTaken,
            ToolsWithEffort toolsWithEffort) {
        this.efforts = efforts;
        this.sampling = sampling;
        this.stopTaken = stopTaken;
        this.parallelToolCallsTaken = parallelToolCallsTaken;
        this.toolsWithEffort = toolsWithEffort;
    }

    /** The values of {@code reasoning_effort}, weakest first; none for a family that does not reason. */
    public List<String> efforts() {
        return efforts;
    }

    public boolean reasons() {
        return !efforts.isEmpty();
    }

    public Sampling sampling() {
        return sampling;
    }

    /** Whether stop sequences are taken; the gpt-5.1 and 5.2 families take them only with effort {@code none}. */
    public boolean stopTaken() {
        return stopTaken;
    }

    public boolean parallelToolCallsTaken() {
        return parallelToolCallsTaken;
    }

    public ToolsWithEffort toolsWithEffort() {
        return toolsWithEffort;
    }
}
