package dev.sightglass.engine.model.message;

import org.jspecify.annotations.Nullable;

/** How much the model is asked to think before it answers. */
public sealed interface ThinkingMode {
    /**
     * @param budgetTokens null when not said
     * @param shown false when the client wants the thinking's text left out
     */
    record Enabled(@Nullable Integer budgetTokens, boolean shown) implements ThinkingMode {}

    /** @param shown false when the client wants the thinking's text left out */
    record Adaptive(boolean shown) implements ThinkingMode {}

    record Disabled() implements ThinkingMode {}

    /** A mode that this version does not know. */
    record Unknown(String type) implements ThinkingMode {}
}
