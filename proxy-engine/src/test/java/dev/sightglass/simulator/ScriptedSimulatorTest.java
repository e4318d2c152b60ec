package dev.sightglass.simulator;

import dev.sightglass.simulator.answer.ScriptedAnswers;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of the tests of a simulator whose answers the test has planned. */
public abstract class ScriptedSimulatorTest {
    protected final ScriptedAnswers answers;
    protected AzureSimulator azure;
    protected SimulatorClient client;

    protected ScriptedSimulatorTest() {
        this(new ScriptedAnswers());
    }

    protected ScriptedSimulatorTest(ScriptedAnswers answers) {
        this.answers = answers;
    }

    /** What is deployed beside the usual models. */
    protected void deploy(AzureSimulator.Builder builder) {}

    @BeforeEach
    final void start() throws IOException {
        AzureSimulator.Builder builder = AzureSimulator.builder().script(answers);
        deploy(builder);
        azure = builder.start();
        client = new SimulatorClient(azure);
    }

    @AfterEach
    final void stop() {
        azure.close();
    }
}
