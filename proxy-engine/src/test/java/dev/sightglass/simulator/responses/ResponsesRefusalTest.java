package dev.sightglass.simulator.responses;

import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.GoldenRefusals;
import dev.sightglass.simulator.deployment.ModelFamily;
import dev.sightglass.simulator.deployment.SimulatedDeployment;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponsesRefusalTest {
    private static final String FOLDER = "responses/refusals";
    private static AzureSimulator azure;

    @BeforeAll
    static void start() throws IOException {
        azure = AzureSimulator.builder()
                .deployment(SimulatedDeployment.openAi("small", "gpt-4o-2024-11-20", ModelFamily.GPT_4, 80, 100))
                .start();
    }

    @AfterAll
    static void stop() {
        azure.close();
    }

    static Stream<String> cases() {
        return GoldenRefusals.names(FOLDER);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefusedAsTheServiceRefusesIt(String name) throws Exception {
        GoldenRefusals.check(azure, FOLDER, name);
    }
}
