package dev.sightglass.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.Limits;
import dev.sightglass.simulator.AzureSimulator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One connection, many requests: the look for a client that left must never take a next request's bytes. */
class KeepAliveTest {
    private static final int REQUESTS = 300;

    @Test
    void requestsFollowEachOtherOnOneConnection() throws Exception {
        try (AzureSimulator azure = AzureSimulator.startDefault();
                Rig rig = Rig.before(azure.baseUri().toString(), KeepAliveTest::lookAllTheTime);
                Wire client = rig.connect()) {
            for (int i = 0; i < REQUESTS; i++) {
                client.send(Rig.messages(Rig.ask(i % 3 != 0)));
                assertThat(client.readAnswer()).as("answer %d", i).startsWith("HTTP/1.1 200");
            }
            assertThat(azure.received()).hasSize(REQUESTS);
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        try (AzureSimulator azure = AzureSimulator.startDefault();
                Rig rig = Rig.before(azure.baseUri().toString(), KeepAliveTest::lookAllTheTime);
                Wire client = rig.connect()) {
            String head = "GET /x/nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n";
            for (int round = 0; round < 20; round++) {
                client.send(Rig.messages(Rig.ask(false)) + head + Rig.messages(Rig.ask(true)));
                assertThat(client.readAnswer()).startsWith("HTTP/1.1 200").contains("\"type\":\"message\"");
                assertThat(client.readAnswer()).startsWith("HTTP/1.1 404");
                assertThat(client.readAnswer()).startsWith("HTTP/1.1 200").contains("message_stop");
            }
        }
    }

    private static EngineSettings lookAllTheTime(EngineSettings settings) {
        Limits limits = settings.limits();
        return settings.with(limits.with(l -> l.clientPoll = Duration.ofMillis(1)));
    }
}
