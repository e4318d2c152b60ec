package dev.sightglass.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Outcome;
import org.junit.jupiter.api.Test;

class StopTest {
    @Test
    void streamsThatOutlastTheGraceEndInAnErrorEventAndAreRecorded() throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(ScriptedUpstream.STREAM_HEAD + ScriptedUpstream.event(ScriptedUpstream.FIRST));
                    c.awaitClose();
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            client.readUntil("Hello");
            rig.engine.stop();
            assertThat(client.readAll()).contains("event: error").doesNotContain("message_stop");
            assertThat(rig.last().outcome())
                    .isInstanceOfSatisfying(
                            Outcome.TransportError.class,
                            outcome -> assertThat(outcome.kind()).isEqualTo(Outcome.Kind.SHUTDOWN));
        }
    }

    @Test
    void requestsThatWaitForTheirHeadAreAnsweredWith503() throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.awaitClose();
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(false)));
            upstream.asked.await();
            rig.engine.stop();
            assertThat(client.readAll()).startsWith("HTTP/1.1 503").contains("\"type\":\"error\"");
        }
    }
}
