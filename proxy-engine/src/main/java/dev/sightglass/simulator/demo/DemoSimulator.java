package dev.sightglass.simulator.demo;

import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.deployment.Api;
import dev.sightglass.simulator.deployment.ModelFamily;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import dev.sightglass.simulator.fault.Fault;
import dev.sightglass.simulator.fault.Faults;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;

/** The simulator as the demo uses it: it knows the sample conversation, refuses one request for its rate and filters one answer. */
public final class DemoSimulator {
    private static final int FILTERED_AFTER = 60;

    private DemoSimulator() {}

    /** @throws IOException when no port is free */
    public static AzureSimulator start() throws IOException {
        return start("demo-key-of-the-simulator");
    }

    static AzureSimulator start(String key) throws IOException {
        AzureSimulator azure = AzureSimulator.builder()
                .key(key)
                .script(new DemoScript())
                .deployment(onAllFaces(DemoConversation.MAIN_MODEL, "gpt-4.1-2025-04-14"))
                .deployment(onAllFaces(DemoConversation.BACKGROUND_MODEL, "gpt-4.1-mini-2025-04-14"))
                .start();
        azure.onceFor(DemoTexts.SUMMARY_TASK, Faults.rateLimited(Duration.ofSeconds(1)));
        azure.onceFor(DemoTexts.WARNING_TASK, new Fault.FilterAfter(FILTERED_AFTER));
        return azure;
    }

    /**
     * A deployment that answers through each API, so that the demo can show each kind of upstream. Deployments may have any name:
     * the background one has that of the small model which Claude Code asks for.
     */
    private static SimulatedDeployment onAllFaces(String name, String reportedModel) {
        return new SimulatedDeployment(
                name, reportedModel, ModelFamily.GPT_4, 32_768, 1_047_576, EnumSet.allOf(Api.class), false, true);
    }
}
