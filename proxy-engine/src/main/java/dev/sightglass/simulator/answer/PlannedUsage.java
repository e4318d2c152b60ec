package dev.sightglass.simulator.answer;

/**
 * Token figures that a test dictates, in OpenAI's counting: cached tokens are part of the prompt, reasoning is part of the
 * completion. Without them the simulator counts by itself.
 */
public record PlannedUsage(int promptTokens, int cachedTokens, int completionTokens, int reasoningTokens) {
    public int totalTokens() {
        return promptTokens + completionTokens;
    }
}
