package dev.sightglass.simulator.fault;

import dev.sightglass.simulator.ScriptedSimulatorTest;
import dev.sightglass.simulator.SimulatorClient;
import dev.sightglass.simulator.answer.AnswerPlan;
import dev.sightglass.simulator.answer.ScriptedAnswers;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A simulator that answers one streaming chat request as the test has set its faults. */
abstract class FaultRig extends ScriptedSimulatorTest {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TEXT = "one two three four five six";
    static final String STREAM = """
            {"messages":[{"role":"user","content":"Hi"}],"stream":true,"stream_options":{"include_usage":true},
            "tools":[{"type":"function","function":{"name":"Read","parameters":{"type":"object","properties":{}}}}]}""";

    FaultRig() {
        super(new ScriptedAnswers(_ -> AnswerPlan.text(TEXT)));
    }

    HttpResponse<String> send() throws IOException, InterruptedException {
        return client.post(SimulatorClient.CLASSIC, STREAM);
    }

    CompletableFuture<HttpResponse<String>> sendAsync() {
        return client.http()
                .sendAsync(client.request(SimulatorClient.CLASSIC, STREAM), HttpResponse.BodyHandlers.ofString());
    }
}
