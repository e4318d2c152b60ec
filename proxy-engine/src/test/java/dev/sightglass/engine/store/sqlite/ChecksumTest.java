package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged number in a row must not give one exchange what was another's. */
class ChecksumTest {
    private static final int EXCHANGES = 8;

    @TempDir
    Path folder;

    private SqliteExchangeStore open() {
        return open(folder);
    }

    private static SqliteExchangeStore open(Path place) {
        return SqliteExchangeStore.open(StoreOptions.writing(place));
    }

    private static BodyRef request(long number) {
        return new BodyRef(new ExchangeId(number), BodyPart.DOWNSTREAM_REQUEST, 0);
    }

    private static BodyRef answer(long number) {
        return new BodyRef(new ExchangeId(number), BodyPart.DOWNSTREAM_RESPONSE, 0);
    }

    private static String requestText(long number) {
        return "{\"messages\":[{\"role\":\"user\",\"content\":\"What does exchange " + number + " ask?\"}]}";
    }

    private static String answerText(long number) {
        return "data: {\"text\":\"This is what was said to exchange " + number + ".\"}\n\n";
    }

    private static void record(SqliteExchangeStore store) {
        ExchangeId id = store.nextId();
        store.save(SampleExchanges.inFlight(id));
        put(store, request(id.number()), requestText(id.number()));
        put(store, answer(id.number()), answerText(id.number()));
        store.save(SampleExchanges.exchange(
                id, Outcome.SUCCEEDED, new Body.Captured(answerText(id.number()).length()), SampleExchanges.STARTED));
    }

    private static void put(SqliteExchangeStore store, BodyRef ref, String text) {
        store.append(ref, 1_000_000, text.getBytes(StandardCharsets.US_ASCII));
        store.finishBody(ref);
    }

    private void recordAll() {
        try (SqliteExchangeStore store = open()) {
            for (int i = 0; i < EXCHANGES; i++) record(store);
        }
    }

    private void damage(String... changes) throws SQLException {
        damage(folder, changes);
    }

    private static void damage(Path place, String... changes) throws SQLException {
        try (Session session = Session.writing(place.resolve("exchanges.db"))) {
            for (String change : changes) session.run(change);
        }
    }

    private static void assertWhole(SqliteExchangeStore store, long number) {
        assertThat(store.body(request(number)).bytes()).asString().isEqualTo(requestText(number));
        assertThat(store.body(answer(number)).bytes()).asString().isEqualTo(answerText(number));
    }

    private static void assertMissing(SqliteExchangeStore store, BodyRef ref) {
        RecordedBody given = store.body(ref);
        assertThat(given.bytes()).isEmpty();
        assertThat(given.body())
                .isInstanceOfSatisfying(
                        Body.NotCaptured.class,
                        missing -> assertThat(missing.reason()).isEqualTo(Body.Reason.STORE_FAILED));
    }

    @Test
    void bodiesUnderAnotherExchangesNumberAreNotGiven() throws Exception {
        recordAll();
        damage("DELETE FROM body WHERE exchange = 5", "UPDATE body SET exchange = 5 WHERE exchange = 4");
        try (SqliteExchangeStore store = open()) {
            assertMissing(store, request(5));
            assertMissing(store, answer(5));
            assertMissing(store, answer(4));
            assertWhole(store, 3);
        }
    }

    @Test
    void aBodyUnderAnotherPartOrAttemptIsNotGiven() throws Exception {
        recordAll();
        damage(
                "DELETE FROM body WHERE exchange = 5 AND part = " + BodyPart.DOWNSTREAM_RESPONSE.ordinal(),
                "UPDATE body SET part = " + BodyPart.DOWNSTREAM_RESPONSE.ordinal() + " WHERE exchange = 5",
                "UPDATE body SET attempt = 1 WHERE exchange = 6");
        try (SqliteExchangeStore store = open()) {
            assertMissing(store, answer(5));
            assertMissing(store, new BodyRef(new ExchangeId(6), BodyPart.DOWNSTREAM_RESPONSE, 1));
            assertWhole(store, 7);
        }
    }

    @Test
    void whatHadArrivedUnderAnotherExchangesNumberIsNotGiven() throws Exception {
        Path killed = killedWithAnswers("data: one, ", "data: two, ");
        damage(killed, "DELETE FROM tail WHERE exchange = 2", "UPDATE tail SET exchange = 2 WHERE exchange = 1");
        try (SqliteExchangeStore store = open(killed)) {
            assertThat(store.body(answer(1)).bytes()).isEmpty();
            assertThat(store.body(answer(2)).bytes()).isEmpty();
        }
    }

    @Test
    void whatHadArrivedIsGivenAsFarAsNothingIsMissingOfIt() throws Exception {
        Path killed = killedWithAnswers("data: one, ");
        damage(killed, "DELETE FROM tail WHERE id = (SELECT min(id) + 1 FROM tail)");
        try (SqliteExchangeStore store = open(killed)) {
            assertThat(store.body(answer(1)).bytes()).asString().isEqualTo("data: one, 0 ");
        }
    }

    /** The files of a store that was killed while these answers, each in four pieces, were arriving. */
    private Path killedWithAnswers(String... texts) throws Exception {
        Path killed = Files.createDirectories(folder.resolve("killed"));
        try (SqliteExchangeStore store = open()) {
            for (String text : texts) {
                ExchangeId id = store.nextId();
                store.save(SampleExchanges.inFlight(id));
                for (int piece = 0; piece < 4; piece++) {
                    String next = (piece == 0 ? text : "") + piece + " ";
                    store.append(answer(id.number()), 1_000_000 + piece, next.getBytes(StandardCharsets.US_ASCII));
                    store.flush();
                }
            }
            for (String name : List.of("exchanges.db", "exchanges.db-wal"))
                Files.copy(folder.resolve(name), killed.resolve(name));
        }
        return killed;
    }

    @Test
    void aStoreOfVersionFourIsBroughtUpAndItsBodiesAreStillChecked() throws Exception {
        recordAll();
        try (Session session = Session.writing(folder.resolve("exchanges.db"))) {
            makeChecksumsOfBytesAlone(session);
        }
        damage("UPDATE body SET crc = crc + 1 WHERE exchange = 2");
        try (SqliteExchangeStore store = open()) {
            record(store);
            assertThat(store.flush()).isTrue();
            assertMissing(store, answer(2));
            for (long number = 3; number <= EXCHANGES + 1; number++) assertWhole(store, number);
        }
        damage(
                "DELETE FROM body WHERE exchange = 8",
                "UPDATE body SET exchange = 8 WHERE exchange = " + (EXCHANGES + 1));
        try (SqliteExchangeStore store = open();
                Session session = Session.reading(folder.resolve("exchanges.db"))) {
            assertMissing(store, answer(8));
            assertThat(session.number("PRAGMA user_version")).isEqualTo(Schema.VERSION);
        }
    }

    /** Takes the checksums back to how version 4 had them. */
    private static void makeChecksumsOfBytesAlone(Session session) throws SQLException {
        PreparedStatement update = session.statement("UPDATE body SET crc = ? WHERE exchange = ? AND part = ?");
        for (long number = 1; number <= EXCHANGES; number++) {
            for (BodyRef ref : List.of(request(number), answer(number))) {
                CRC32C crc = new CRC32C();
                boolean asks = ref.part() == BodyPart.DOWNSTREAM_REQUEST;
                crc.update((asks ? requestText(number) : answerText(number)).getBytes(StandardCharsets.US_ASCII));
                update.setLong(1, crc.getValue());
                update.setLong(2, number);
                update.setInt(3, ref.part().ordinal());
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
        }
        OldStores.takeBackToSieves(session);
        session.run("ALTER TABLE tail DROP COLUMN crc");
        session.run("PRAGMA user_version=4");
    }
}
