package dev.sightglass.engine.model;

/**
 * What a deployment's model takes: a property of the deployment, guessed from its name only as a default. The rules for each
 * family stand in the table "Model families and effort" of the translation reference.
 */
public enum ModelFamily {
    /** gpt-4o, gpt-4.1, gpt-4, gpt-35, gpt-5-chat: no reasoning effort at all. */
    CLASSIC,
    /** o1, o3, o3-mini, o4-mini. */
    O_SERIES,
    /** gpt-5, gpt-5-mini, gpt-5-nano. */
    GPT_5,
    /** gpt-5.1, gpt-5.2. */
    GPT_5_1,
    /** gpt-5.4, gpt-5.5. */
    GPT_5_4,
    /** gpt-5.6 and later. */
    GPT_5_6,
    /** *-codex, *-pro: Responses only. */
    RESPONSES_ONLY,
    /** Claude models on Foundry. */
    CLAUDE,
    /** Anything else that speaks Chat Completions; treated like {@link #CLASSIC}. */
    OTHER
}
