package dev.sightglass.simulator.deployment;

/** When a model family takes temperature, top_p and the other sampling parameters. */
public enum Sampling {
    ALWAYS,
    /** Only while {@code reasoning_effort} is {@code none} (gpt-5.1, gpt-5.2). */
    WITH_EFFORT_NONE,
    NEVER
}
