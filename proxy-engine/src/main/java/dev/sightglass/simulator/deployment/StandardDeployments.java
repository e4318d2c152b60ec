package dev.sightglass.simulator.deployment;

import java.util.List;

/** The deployments that a simulator has when it is told of no others; names are model names, the usual first choice. */
public final class StandardDeployments {
    private StandardDeployments() {}

    /** One deployment of each family that Azure treats in its own way. */
    public static List<SimulatedDeployment> all() {
        return List.of(
                SimulatedDeployment.openAi("gpt-4.1", "gpt-4.1-2025-04-14", ModelFamily.GPT_4, 32_768, 1_047_576),
                SimulatedDeployment.openAi(
                        "gpt-4.1-mini", "gpt-4.1-mini-2025-04-14", ModelFamily.GPT_4, 32_768, 1_047_576),
                SimulatedDeployment.openAi("gpt-4o", "gpt-4o-2024-11-20", ModelFamily.GPT_4, 16_384, 128_000),
                SimulatedDeployment.openAi("o3-mini", "o3-mini-2025-01-31", ModelFamily.O1, 100_000, 200_000),
                SimulatedDeployment.openAi("o4-mini", "o4-mini-2025-04-16", ModelFamily.O4, 100_000, 200_000),
                SimulatedDeployment.openAi("gpt-5", "gpt-5-2025-08-07", ModelFamily.GPT_5, 128_000, 400_000),
                SimulatedDeployment.openAi("gpt-5.1", "gpt-5.1-2025-11-13", ModelFamily.GPT_5_1, 128_000, 400_000),
                SimulatedDeployment.openAi("gpt-5.2", "gpt-5.2-2025-12-11", ModelFamily.GPT_5_2, 128_000, 400_000),
                SimulatedDeployment.openAi("gpt-5.4", "gpt-5.4-2026-03-05", ModelFamily.GPT_5_4, 128_000, 400_000),
                SimulatedDeployment.openAi("gpt-5.6", "gpt-5.6-2026-07-09", ModelFamily.GPT_5_6, 128_000, 400_000),
                SimulatedDeployment.openAi(
                        "gpt-5.1-codex", "gpt-5.1-codex-2025-11-13", ModelFamily.CODEX, 128_000, 400_000),
                SimulatedDeployment.claude("claude-sonnet-4-5", "claude-sonnet-4-5-20250929", 64_000),
                SimulatedDeployment.claude("claude-haiku-4-5", "claude-haiku-4-5-20251001", 64_000),
                SimulatedDeployment.claude("claude-opus-4-8", "claude-opus-4-8", 128_000)
                        .withMidConversationSystem());
    }
}
