package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import dev.sightglass.engine.store.StoreHealth;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteExchangeStoreTest {
    @TempDir
    Path folder;

    private SqliteExchangeStore open() {
        return SqliteExchangeStore.open(StoreOptions.writing(folder));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void put(SqliteExchangeStore store, BodyRef ref, String text) {
        store.append(ref, 1_000_000, bytes(text));
        store.finishBody(ref);
    }

    private static BodyRef ref(ExchangeId id, BodyPart part) {
        boolean upstream = part == BodyPart.UPSTREAM_REQUEST || part == BodyPart.UPSTREAM_RESPONSE;
        return new BodyRef(id, part, upstream ? 1 : 0);
    }

    private static ExchangeId finished(SqliteExchangeStore store, String request, String answer) {
        ExchangeId id = store.nextId();
        store.save(SampleExchanges.inFlight(id));
        put(store, ref(id, BodyPart.DOWNSTREAM_REQUEST), request);
        put(store, ref(id, BodyPart.UPSTREAM_RESPONSE), answer);
        store.save(SampleExchanges.succeeded(id));
        return id;
    }

    @Test
    void anExchangeComesBackEqualAfterReopening() {
        Exchange exchange;
        try (SqliteExchangeStore store = open()) {
            exchange = SampleExchanges.succeeded(store.nextId());
            store.save(exchange);
            assertThat(store.find(exchange.id())).contains(exchange);
        }
        try (SqliteExchangeStore store = open()) {
            assertThat(store.find(exchange.id())).contains(exchange);
            assertThat(store.summary(exchange.id())).contains(exchange.summary());
            assertThat(store.size()).isEqualTo(1);
        }
    }

    @Test
    void everyOutcomeComesBackEqual() {
        List<Outcome> outcomes = List.of(
                Outcome.SUCCEEDED,
                new Outcome.ApiError(429, "RateLimitReached", "too fast"),
                new Outcome.ApiError(500, null, "broken"),
                new Outcome.TransportError(Outcome.Kind.RESET, dev.sightglass.engine.model.Party.UPSTREAM, "reset"),
                new Outcome.Cancelled("the client left"),
                new Outcome.Rejected(403, "host", "not this host"),
                new Outcome.Interrupted());
        List<ExchangeId> ids = new ArrayList<>();
        try (SqliteExchangeStore store = open()) {
            for (Outcome outcome : outcomes) {
                ids.add(store.nextId());
                store.save(SampleExchanges.exchange(ids.getLast(), outcome, Body.EMPTY, SampleExchanges.STARTED));
            }
        }
        try (SqliteExchangeStore store = open()) {
            assertThat(ids).map(id -> store.summary(id).orElseThrow().outcome()).isEqualTo(outcomes);
        }
    }

    @Test
    void numbersAreNotGivenAgainAfterTheNewestIsPurged() {
        ExchangeId newest;
        try (SqliteExchangeStore store = open()) {
            newest = finished(store, "{}", "x");
            store.remove(List.of(newest));
            store.purge();
        }
        try (SqliteExchangeStore store = open()) {
            assertThat(store.nextId()).isGreaterThan(newest);
        }
    }

    @Test
    void aStreamComesBackWithItsArrivalTimes() {
        ExchangeId id;
        BodyRef ref;
        try (SqliteExchangeStore store = open()) {
            id = store.nextId();
            ref = ref(id, BodyPart.UPSTREAM_RESPONSE);
            store.save(SampleExchanges.inFlight(id));
            store.append(ref, 5_000_000, bytes("data: {\"a\":1}\n\nda"));
            store.append(ref, 9_010_000, bytes("ta: {\"a\":2}\n\n"));
            store.append(ref, 12_340_000, bytes("data: [DONE]\n\n"));
            assertThat(store.body(ref).body()).isEqualTo(new Body.Arriving(44));
            assertThat(store.finishBody(ref)).isEqualTo(new Body.Captured(44));
            store.save(SampleExchanges.succeeded(id));
        }
        try (SqliteExchangeStore store = open()) {
            RecordedBody body = store.body(ref);
            assertThat(body.bytes()).asString().isEqualTo("data: {\"a\":1}\n\ndata: {\"a\":2}\n\ndata: [DONE]\n\n");
            assertThat(body.marks().times()).containsExactly(5_000_000, 9_010_000, 12_340_000);
            assertThat(body.marks().ends()).containsExactly(17, 30, 44);
        }
    }

    @Test
    void anUnfinishedExchangeIsInterruptedWithWhatHadArrived() throws SQLException {
        BodyRef answer;
        BodyRef request;
        SqliteExchangeStore crashed = open();
        ExchangeId id = crashed.nextId();
        answer = ref(id, BodyPart.DOWNSTREAM_RESPONSE);
        request = ref(id, BodyPart.DOWNSTREAM_REQUEST);
        crashed.save(SampleExchanges.inFlight(id));
        put(crashed, request, "{\"model\":\"m\"}");
        crashed.append(answer, 1_000_000, bytes("data: half"));
        assertThat(crashed.flush()).isTrue();
        Path copy = copyOf("crashed");
        crashed.close();
        try (SqliteExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(copy))) {
            Exchange found = store.find(id).orElseThrow();
            assertThat(found.summary().outcome()).isEqualTo(new Outcome.Interrupted());
            assertThat(found.downstream().responseBody()).isEqualTo(new Body.Truncated(10, 10));
            assertThat(store.body(answer).bytes()).asString().isEqualTo("data: half");
            assertThat(store.body(request).bytes()).asString().isEqualTo("{\"model\":\"m\"}");
        }
    }

    /** The files as a crash would leave them now. */
    private Path copyOf(String name) {
        try {
            Path copy = Files.createDirectory(folder.resolve(name));
            for (String file : List.of("exchanges.db", "exchanges.db-wal"))
                if (Files.exists(folder.resolve(file))) Files.copy(folder.resolve(file), copy.resolve(file));
            return copy;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void newestComesFirstAndPagesJoin() {
        try (SqliteExchangeStore store = open()) {
            List<ExchangeId> ids = new ArrayList<>();
            for (int i = 0; i < 7; i++) ids.addFirst(finished(store, "{}", "x"));
            store.flush();
            ids.addFirst(store.nextId());
            store.save(SampleExchanges.inFlight(ids.getFirst()));
            List<ExchangeId> first =
                    store.newest(3, null).stream().map(ExchangeSummary::id).toList();
            List<ExchangeId> second = store.newest(10, first.getLast()).stream()
                    .map(ExchangeSummary::id)
                    .toList();
            assertThat(first).isEqualTo(ids.subList(0, 3));
            assertThat(second).isEqualTo(ids.subList(3, 8));
        }
    }

    @Test
    void anAnnotationSurvivesLaterSavesAndReopening() {
        Annotation annotation = new Annotation(true, "red", "look here");
        ExchangeId id;
        try (SqliteExchangeStore store = open()) {
            id = store.nextId();
            store.save(SampleExchanges.inFlight(id));
            store.flush();
            store.annotate(id, annotation);
            store.save(SampleExchanges.succeeded(id));
            assertThat(store.summary(id).orElseThrow().annotation()).isEqualTo(annotation);
        }
        try (SqliteExchangeStore store = open()) {
            assertThat(store.summary(id).orElseThrow().annotation()).isEqualTo(annotation);
        }
    }

    @Test
    void removedExchangesAreOutOfViewUntilRestored() {
        try (SqliteExchangeStore store = open()) {
            ExchangeId id = finished(store, "{}", "findme");
            ExchangeId other = finished(store, "{}", "y");
            store.remove(List.of(id));
            assertThat(store.newest(10, null)).extracting(ExchangeSummary::id).containsExactly(other);
            assertThat(store.find(id)).isEmpty();
            assertThat(store.search("findme", 10)).isEmpty();
            assertThat(store.size()).isEqualTo(1);
            store.restore(List.of(id));
            assertThat(store.find(id)).isPresent();
            assertThat(store.search("findme", 10)).containsExactly(id);
        }
    }

    @Test
    void whatIsRemovedIsGoneAfterClosing() {
        ExchangeId id;
        try (SqliteExchangeStore store = open()) {
            id = finished(store, "{\"messages\":[{\"role\":\"user\",\"content\":\"canary-5581\"}]}", "x");
            store.flush();
            store.remove(List.of(id));
        }
        try (SqliteExchangeStore store = open()) {
            assertThat(store.find(id)).isEmpty();
            assertThat(store.size()).isZero();
        }
    }

    @Test
    void theLinkedSqliteHasTheWalResetFix() throws SQLException {
        try (SqliteExchangeStore store = open();
                Session session = Session.reading(folder.resolve("exchanges.db"));
                var rows = session.statement("SELECT sqlite_version()").executeQuery()) {
            assertThat(store.health()).isInstanceOf(StoreHealth.Recording.class);
            rows.next();
            Runtime.Version version = Runtime.Version.parse(rows.getString(1));
            assertThat(version).isGreaterThanOrEqualTo(Runtime.Version.parse("3.51.3"));
        }
    }

    @Test
    void anEmptyBodyIsEmpty() {
        try (SqliteExchangeStore store = open()) {
            ExchangeId id = store.nextId();
            store.save(SampleExchanges.inFlight(id));
            assertThat(store.finishBody(ref(id, BodyPart.DOWNSTREAM_REQUEST))).isEqualTo(Body.EMPTY);
            RecordedBody body = store.body(ref(id, BodyPart.DOWNSTREAM_REQUEST));
            assertThat(body.bytes()).isEmpty();
            assertThat(body.marks()).isEqualTo(ArrivalMarks.NONE);
        }
    }
}
