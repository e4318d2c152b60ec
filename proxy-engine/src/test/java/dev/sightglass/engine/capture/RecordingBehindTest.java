package dev.sightglass.engine.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.credential.SecretMask;
import dev.sightglass.engine.event.ExchangeEvent;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.store.StoreListener;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The store stands still while traffic goes on: what waits is bounded, what is missing is told. */
@Timeout(60)
class RecordingBehindTest {
    private static final int ROOM = 10_000;
    private static final ExchangeId ID = new ExchangeId(1);
    private static final RequestHead HEAD = new RequestHead("POST", "/v1/messages", Headers.NONE);

    private final CountDownLatch standing = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final MemoryExchangeStore store = new MemoryExchangeStore();
    private final ExchangeRecorder recorder = new ExchangeRecorder(
            store, new ExchangeRecorder.RecorderSettings(true, SecretMask.NONE, ROOM), notices::add);

    @AfterEach
    void close() {
        goOn.countDown();
        recorder.close();
        store.close();
    }

    @Test
    void piecesThatFindNoRoomAreCountedTogetherAndTheirBodyIsCutThere() throws InterruptedException {
        standStill();
        recorder.on(sent(new byte[4_000]));
        for (int i = 0; i < 1_000; i++) recorder.on(new ExchangeEvent.UpstreamBytes(ID, 2, 1, new byte[100]));
        assertThat(recorder.health().queuedBytes()).isLessThanOrEqualTo(ROOM);
        assertThat(recorder.health().lostBodies()).isEqualTo(1);
        assertThat(notices).isEmpty();

        Leg upstream = ended().attempts().getFirst().leg();
        assertThat(upstream.requestBody().size()).isEqualTo(4_000);
        assertThat(upstream.responseBody()).isEqualTo(new Body.Truncated(100_000, 6_000));
        assertThat(notices).singleElement().asString().contains("cannot keep up");
    }

    @Test
    void bodyThatFindsNoRoomIsToldWithItsSize() throws InterruptedException {
        standStill();
        recorder.on(sent(new byte[ROOM + 1]));
        Leg upstream = ended().attempts().getFirst().leg();
        assertThat(upstream.requestBody()).isEqualTo(new Body.NotCaptured(ROOM + 1, Body.Reason.RECORDER_BEHIND));
    }

    @Test
    void entriesThatWaitDoNotGrowWithThePiecesOfAnAnswer() {
        RecorderQueue queue = new RecorderQueue(ROOM);
        queue.add(sent(new byte[ROOM]));
        for (int i = 0; i < 100_000; i++) queue.add(new ExchangeEvent.UpstreamBytes(ID, 2, 1, new byte[100]));
        for (int i = 0; i < 100_000; i++) queue.add(new ExchangeEvent.DownstreamBytes(ID, 2, new byte[100]));
        assertThat(queue.size()).isEqualTo(3);
    }

    private static ExchangeEvent sent(byte[] body) {
        return new ExchangeEvent.UpstreamSent(ID, 1, 1, HEAD, body, List.of(), null);
    }

    /** The first exchange is on its way into a store that does not take it. */
    private void standStill() throws InterruptedException {
        store.listen(new Standing());
        recorder.on(new ExchangeEvent.Received(ID, 0, Instant.EPOCH, "127.0.0.1", HEAD));
        standing.await();
    }

    private Exchange ended() {
        recorder.on(new ExchangeEvent.Ended(ID, 3, Outcome.SUCCEEDED));
        goOn.countDown();
        recorder.settle();
        return store.find(ID).orElseThrow();
    }

    /** Holds up whoever saves, until the test lets it go on. */
    private final class Standing implements StoreListener {
        @Override
        public void saved(ExchangeSummary summary) {
            standing.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void removed(Collection<ExchangeId> ids) {}
    }
}
