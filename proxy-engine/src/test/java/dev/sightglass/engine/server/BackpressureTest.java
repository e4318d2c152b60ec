package dev.sightglass.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightglass.engine.model.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams whose client is slow, and many at a time. */
@Timeout(60)
class BackpressureTest {
    /** What the sockets of both legs may hold is some megabytes; without a limit the upstream would send for ever. */
    private static final long MOST_HELD = 64L << 20;

    private static final int STREAMS = 50;
    private static final int DELTAS = 20;

    @Test
    void clientThatDoesNotReadHoldsTheUpstreamBackAndMayLeave() throws Exception {
        AtomicLong sent = new AtomicLong();
        String event = ScriptedUpstream.event(ScriptedUpstream.FIRST.replace("Hello", "Hello".repeat(2_000)));
        try (var upstream = new ScriptedUpstream(c -> {
                    c.request();
                    c.send(ScriptedUpstream.STREAM_HEAD);
                    while (true) {
                        c.send(event);
                        sent.addAndGet(event.length());
                    }
                });
                Rig rig = Rig.before(upstream.endpoint());
                Wire client = rig.connect()) {
            client.send(Rig.messages(Rig.ask(true)));
            AtomicLong before = new AtomicLong(-1);
            await().pollInterval(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> {
                        long now = sent.get();
                        return now == before.getAndSet(now) && now > 0 || now > MOST_HELD;
                    });
            assertThat(sent.get()).isLessThan(MOST_HELD);
            client.close();
            assertThat(upstream.leftWithin(5_000)).isTrue();
            assertThat(rig.last().outcome()).isInstanceOf(Outcome.Cancelled.class);
        }
    }

    @Test
    void manyStreamsAtATimeComeWholeAndEachToItsOwnClient() throws Exception {
        CyclicBarrier all = new CyclicBarrier(STREAMS);
        Pattern number = Pattern.compile("number (\\d+)\\.");
        try (var upstream = new ScriptedUpstream(c -> {
                    Matcher asked = number.matcher(c.request());
                    String mine = asked.find() ? asked.group(1) : "none";
                    c.send(ScriptedUpstream.STREAM_HEAD);
                    for (int i = 0; i < DELTAS; i++) {
                        if (i == DELTAS / 2) meet(all);
                        c.send(ScriptedUpstream.event(
                                ScriptedUpstream.FIRST.replace("Hello", "<" + mine + ":" + i + ">")));
                    }
                    c.send(ScriptedUpstream.event(ScriptedUpstream.FINISH)
                            + ScriptedUpstream.event("[DONE]")
                            + "0\r\n\r\n");
                });
                Rig rig = Rig.before(upstream.endpoint());
                ExecutorService clients = Executors.newFixedThreadPool(STREAMS)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < STREAMS; i++) {
                String body = Rig.ask(true).replace("about Vienna", "the number " + i);
                answers.add(clients.submit(() -> {
                    try (Wire client = rig.connect()) {
                        client.send(Rig.messages(body));
                        return client.readAnswer();
                    }
                }));
            }
            for (int i = 0; i < STREAMS; i++) {
                int mine = i;
                List<String> expected = IntStream.range(0, DELTAS)
                        .mapToObj(n -> "<" + mine + ":" + n + ">")
                        .toList();
                String answer = answers.get(i).get();
                assertThat(Pattern.compile("<\\d+:\\d+>")
                                .matcher(answer)
                                .results()
                                .map(r -> r.group()))
                        .containsExactlyElementsOf(expected);
                assertThat(answer).contains("message_stop");
            }
        }
    }

    /** None goes on before all have begun. */
    private static void meet(CyclicBarrier all) {
        try {
            all.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
