package dev.sightglass.simulator.deployment;

/** What a model family demands of {@code reasoning_effort} when Chat Completions carries function tools. */
public enum ToolsWithEffort {
    ANY,
    /** An effort other than {@code none} is refused; leaving it out is fine (gpt-5.4, gpt-5.5). */
    OMIT_OR_NONE,
    /** {@code none} has to be sent (gpt-5.6 and later). */
    NONE_REQUIRED
}
