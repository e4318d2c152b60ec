package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightglass.engine.ProxyEngine;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.settings.CaptureSettings;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.store.BodyRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    @TempDir
    Path folder;

    private static BodyRef request(ExchangeId id) {
        return new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0);
    }

    private static void put(
            SqliteExchangeStore store, ExchangeId id, String message, Outcome outcome, Instant started) {
        String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"" + message + "\"}]}";
        store.save(SampleExchanges.exchange(id, Outcome.IN_FLIGHT, Body.EMPTY, started));
        store.append(request(id), 1_000, body.getBytes(StandardCharsets.US_ASCII));
        store.finishBody(request(id));
        store.save(SampleExchanges.exchange(id, outcome, Body.EMPTY, started));
    }

    private static String noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) text.append(Long.toString(random.nextLong(1L << 40), 36));
        return text.toString();
    }

    private List<ExchangeId> fill(SqliteExchangeStore store, int count) {
        List<ExchangeId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(store.nextId());
            put(store, ids.getLast(), noise(i), Outcome.SUCCEEDED, SampleExchanges.STARTED);
        }
        store.flush();
        return ids;
    }

    @Test
    void theOldestGoFirstAndTheDiskGetsTheRoomBack() throws IOException {
        List<ExchangeId> ids;
        long limit;
        try (SqliteExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(folder))) {
            ids = fill(store, 60);
            store.annotate(ids.getFirst(), new Annotation(true, null, null));
        }
        limit = Files.size(folder.resolve("exchanges.db")) / 2;
        StoreOptions half = StoreOptions.writing(folder).keeping(limit, null);
        try (SqliteExchangeStore store = SqliteExchangeStore.open(half)) {
            store.flush();
            store.prune();
            List<ExchangeId> left =
                    store.newest(100, null).stream().map(ExchangeSummary::id).toList();
            assertThat(left).hasSizeBetween(15, 35).contains(ids.getFirst());
            assertThat(store.size()).isEqualTo(left.size());
            assertThat(left.subList(0, left.size() - 1))
                    .isEqualTo(ids.reversed().subList(0, left.size() - 1));
            for (ExchangeId id : left)
                assertThat(store.body(request(id)).bytes()).asString().contains(noise(id.number() - 1));
            assertThat(Files.size(folder.resolve("exchanges.db"))).isLessThan(limit);
        }
    }

    @Test
    void whatIsOlderThanTheLongestAgeGoesUnlessInFlight() {
        StoreOptions days = StoreOptions.writing(folder).keeping(StoreOptions.USUAL_BYTES, Duration.ofDays(7));
        try (SqliteExchangeStore store = SqliteExchangeStore.open(days)) {
            Instant old = Instant.now().minus(Duration.ofDays(8));
            ExchangeId gone = store.nextId();
            put(store, gone, "old", Outcome.SUCCEEDED, old);
            ExchangeId running = store.nextId();
            put(store, running, "old and running", Outcome.IN_FLIGHT, old);
            ExchangeId young = store.nextId();
            put(store, young, "young", Outcome.SUCCEEDED, Instant.now());
            store.flush();
            store.prune();
            assertThat(store.newest(10, null)).extracting(ExchangeSummary::id).containsExactly(young, running);
        }
    }

    @Test
    void theEnginesSettingsSayHowMuchOfThePastIsKept() {
        try (SqliteExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(folder));
                ProxyEngine engine = new ProxyEngine(EngineSettings.DEFAULT, store)) {
            Instant old = Instant.now().minus(Duration.ofDays(8));
            ExchangeId pinned = store.nextId();
            put(store, pinned, "old and pinned", Outcome.SUCCEEDED, old);
            store.annotate(pinned, new Annotation(true, null, null));
            put(store, store.nextId(), "old", Outcome.SUCCEEDED, old);
            ExchangeId young = store.nextId();
            put(store, young, "young", Outcome.SUCCEEDED, Instant.now());
            store.flush();
            assertThat(store.size()).isEqualTo(3);
            CaptureSettings week = EngineSettings.DEFAULT.capture().keeping(StoreOptions.USUAL_BYTES, 7);
            engine.apply(EngineSettings.DEFAULT.with(week));
            await().untilAsserted(() -> assertThat(store.newest(10, null))
                    .extracting(ExchangeSummary::id)
                    .containsExactly(young, pinned));
        }
    }

    @Test
    void whatIsPurgedLeavesNoPieceBehind() {
        try (SqliteExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(folder))) {
            ExchangeId kept = store.nextId();
            put(store, kept, noise(1), Outcome.SUCCEEDED, SampleExchanges.STARTED);
            ExchangeId purged = store.nextId();
            put(store, purged, noise(2) + "0123456789-canary", Outcome.SUCCEEDED, SampleExchanges.STARTED);
            store.flush();
            store.remove(List.of(purged));
            store.purge();
            assertThat(store.body(request(kept)).bytes()).asString().contains(noise(1));
            assertThat(store.search("canary", 10)).isEmpty();
            assertThat(store.search(noise(2).substring(100, 130), 10)).isEmpty();
            try (Session session = readOnly()) {
                assertThat(session.number("SELECT count(*) FROM pack")).isEqualTo(1);
                assertThat(session.number("SELECT count(*) FROM piece")).isEqualTo(1);
            } catch (java.sql.SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    private Session readOnly() throws java.sql.SQLException {
        return Session.reading(folder.resolve("exchanges.db"));
    }

    @Test
    void aPieceThatAnotherExchangeStillSendsStays() {
        try (SqliteExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(folder))) {
            ExchangeId first = store.nextId();
            put(store, first, noise(1), Outcome.SUCCEEDED, SampleExchanges.STARTED);
            ExchangeId second = store.nextId();
            put(store, second, noise(1), Outcome.SUCCEEDED, SampleExchanges.STARTED);
            store.flush();
            store.remove(List.of(first));
            store.purge();
            assertThat(store.body(request(second)).bytes()).asString().contains(noise(1));
            ExchangeId third = store.nextId();
            put(store, third, noise(1), Outcome.SUCCEEDED, SampleExchanges.STARTED);
            store.flush();
            assertThat(store.body(request(third)).bytes()).asString().contains(noise(1));
        }
    }
}
