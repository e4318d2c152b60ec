package dev.sightglass.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.Party;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The client leaves: in each window of an exchange, by FIN and by RST, the upstream is let go at once. */
class CancellationTest {
    /** The bound promised is half a second; the test machine may be busy. */
    private static final long SOON_MILLIS = 2000;

    /** How a client leaves. */
    enum Leaving {
        FIN,
        RST;

        void leave(Wire client) throws IOException {
            switch (this) {
                case FIN -> client.close();
                case RST -> client.reset();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavingBeforeTheFirstTokenClosesTheUpstream(Leaving leaving) throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.awaitClose();
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            upstream.asked.await();
            leaving.leave(client);
            assertThat(upstream.leftWithin(SOON_MILLIS)).isTrue();
            assertCancelled(rig);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavingWhileTheUpstreamIsSilentClosesIt(Leaving leaving) throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(ScriptedUpstream.STREAM_HEAD + ScriptedUpstream.event(ScriptedUpstream.FIRST));
                    c.awaitClose();
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            client.readUntil("Hello");
            leaving.leave(client);
            assertThat(upstream.leftWithin(SOON_MILLIS)).isTrue();
            assertCancelled(rig);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavingWhileTheAnswerFlowsClosesTheUpstream(Leaving leaving) throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(ScriptedUpstream.STREAM_HEAD);
                    // Ends by the failing write, once the proxy has closed.
                    while (true) c.send(ScriptedUpstream.event(ScriptedUpstream.FIRST));
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            client.readUntil("Hello");
            leaving.leave(client);
            assertThat(upstream.leftWithin(SOON_MILLIS)).isTrue();
            assertCancelled(rig);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavingARequestWithoutStreamClosesTheUpstreamAndSendsNothingAgain(Leaving leaving) throws Exception {
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.awaitClose();
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(false)));
            upstream.asked.await();
            leaving.leave(client);
            assertThat(upstream.leftWithin(SOON_MILLIS)).isTrue();
            assertCancelled(rig);
            assertThat(upstream.requests).hasValue(1);
        }
    }

    private static void assertCancelled(Rig rig) {
        await().atMost(Duration.ofSeconds(5)).until(() -> rig.last().outcome() instanceof Outcome.Cancelled);
        assertThat(rig.last().outcome().endedBy()).isEqualTo(Party.CLIENT);
    }
}
