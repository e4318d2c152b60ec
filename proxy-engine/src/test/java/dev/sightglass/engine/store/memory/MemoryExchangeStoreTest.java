package dev.sightglass.engine.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.AnswerFacts;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ClientInfo;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Headers;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.model.RequestFacts;
import dev.sightglass.engine.model.RequestHead;
import dev.sightglass.engine.model.Timings;
import dev.sightglass.engine.settings.CaptureSettings;
import dev.sightglass.engine.store.BodyRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryExchangeStoreTest {
    @Test
    void piecesMakeOneBodyWithTheirTimes() {
        MemoryExchangeStore store = new MemoryExchangeStore();
        BodyRef ref = new BodyRef(saved(store), BodyPart.UPSTREAM_RESPONSE, 1);
        store.append(ref, 10, bytes("abc"));
        store.append(ref, 20, bytes("de"));
        assertThat(store.body(ref).body()).isEqualTo(new Body.Arriving(5));
        assertThat(store.finishBody(ref)).isEqualTo(new Body.Captured(5));
        assertThat(store.body(ref).bytes()).asString().isEqualTo("abcde");
        assertThat(store.body(ref).marks().timeOf(2)).isEqualTo(10);
        assertThat(store.body(ref).marks().timeOf(3)).isEqualTo(20);
    }

    @Test
    void longBodiesAreCutAndTellTheirTrueSize() {
        MemoryExchangeStore store = new MemoryExchangeStore(new CaptureSettings(true, 4, 1000));
        BodyRef ref = new BodyRef(saved(store), BodyPart.DOWNSTREAM_REQUEST, 0);
        store.append(ref, 0, bytes("abc"));
        store.append(ref, 0, bytes("def"));
        assertThat(store.finishBody(ref)).isEqualTo(new Body.Truncated(6, 4));
        assertThat(store.body(ref).bytes()).asString().isEqualTo("abcd");
    }

    @Test
    void theOldestBodiesGoFirstWhenThereIsNoMoreRoomAndTheirExchangesStay() {
        MemoryExchangeStore store = new MemoryExchangeStore(new CaptureSettings(true, 100, 100));
        BodyRef first = new BodyRef(saved(store), BodyPart.DOWNSTREAM_REQUEST, 0);
        store.append(first, 0, new byte[60]);
        BodyRef second = new BodyRef(saved(store), BodyPart.DOWNSTREAM_REQUEST, 0);
        store.append(second, 0, new byte[60]);
        assertThat(store.body(first).body()).isEqualTo(new Body.NotCaptured(60, Body.Reason.PRUNED));
        assertThat(store.body(second).bytes()).hasSize(60);
        assertThat(store.find(first.exchange())).isPresent();
    }

    @Test
    void annotationsOutliveLaterSaves() {
        MemoryExchangeStore store = new MemoryExchangeStore();
        ExchangeId id = saved(store);
        store.annotate(id, new Annotation(true, "red", "look"));
        store.save(exchange(id));
        assertThat(store.summary(id).orElseThrow().annotation().note()).isEqualTo("look");
    }

    @Test
    void removedExchangesComeBackUntilTheyArePurged() {
        MemoryExchangeStore store = new MemoryExchangeStore();
        ExchangeId id = saved(store);
        store.remove(List.of(id));
        assertThat(store.newest(10, null)).isEmpty();
        store.restore(List.of(id));
        assertThat(store.size()).isOne();
        store.remove(List.of(id));
        store.purge();
        store.restore(List.of(id));
        assertThat(store.size()).isZero();
    }

    @Test
    void wordsAreFoundAcrossDeltasAndBehindEscapes() {
        MemoryExchangeStore store = new MemoryExchangeStore();
        ExchangeId id = saved(store);
        store.append(
                new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0), 0, bytes("{\"t\":\"caf\\u00e9 \\\"quoted\\\"\"}"));
        BodyRef stream = new BodyRef(id, BodyPart.UPSTREAM_RESPONSE, 1);
        store.append(stream, 0, bytes("data: {\"d\":{\"text\":\"Orib\"}}\n\n"));
        store.append(stream, 0, bytes("data: {\"d\":{\"text\":\"asius\"}}\n\n"));
        assertThat(store.search("oribasius", 10)).containsExactly(id);
        assertThat(store.search("café \"quoted\"", 10)).containsExactly(id);
        assertThat(store.search("nowhere", 10)).isEmpty();
    }

    @Test
    void theAddressIsFoundToo() {
        MemoryExchangeStore store = new MemoryExchangeStore();
        ExchangeId id = saved(store);
        assertThat(store.search("POST /V1/messages", 10)).containsExactly(id);
        assertThat(store.search("/v2/", 10)).isEmpty();
    }

    private static ExchangeId saved(MemoryExchangeStore store) {
        ExchangeId id = store.nextId();
        store.save(exchange(id));
        return id;
    }

    private static Exchange exchange(ExchangeId id) {
        RequestFacts facts = new RequestFacts(
                RequestFacts.Endpoint.MESSAGES, "POST", "/v1/messages", "m", true, 1, 0, null, null, null);
        ExchangeSummary summary = new ExchangeSummary(
                id,
                0,
                ClientInfo.UNKNOWN,
                facts,
                null,
                AnswerFacts.NONE,
                Timings.NONE,
                Outcome.SUCCEEDED,
                200,
                0,
                0,
                0,
                0,
                0,
                0,
                Annotation.NONE);
        RequestHead head = new RequestHead("POST", "/v1/messages", Headers.NONE);
        return new Exchange(summary, new Leg(head, Body.EMPTY, null, Body.EMPTY), List.of(), List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
