package dev.sightglass.simulator.fault;

import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.SimulatorClient;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.ScriptedAnswers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator that answers one streaming chat request as the test has set its faults. */
abstract class FaultRig {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TEXT = "one two three four five six";
    static final String STREAM = """
            {"messages":[{"role":"user","content":"Hi"}],"stream":true,"stream_options":{"include_usage":true},
            "tools":[{"type":"function","function":{"name":"Read","parameters":{"type":"object","properties":{}}}}]}""";

    final ScriptedAnswers answers = new ScriptedAnswers(_ -> AnswerPlan.text(TEXT));
    AzureSimulator azure;
    SimulatorClient client;

    @BeforeEach
    void start() throws IOException {
        azure = AzureSimulator.builder().script(answers).start();
        client = new SimulatorClient(azure);
    }

    @AfterEach
    void stop() {
        azure.close();
    }

    HttpResponse<String> send() throws IOException, InterruptedException {
        return client.post(SimulatorClient.CLASSIC, STREAM);
    }

    CompletableFuture<HttpResponse<String>> sendAsync() {
        return client.http()
                .sendAsync(client.request(SimulatorClient.CLASSIC, STREAM), HttpResponse.BodyHandlers.ofString());
    }
}
