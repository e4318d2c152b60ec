package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.BodyRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurgedTextTest {
    private static final String CANARY = "canary-7741";

    @TempDir
    Path folder;

    private SqliteExchangeStore store;
    private final Map<BodyRef, String> told = new LinkedHashMap<>();

    @BeforeEach
    void open() {
        store = SqliteExchangeStore.open(StoreOptions.writing(folder));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static String noise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++)
            text.append(Long.toString(random.nextLong(1L << 40), 36)).append(' ');
        return text.toString();
    }

    private static String message(String text) {
        return "{\"role\":\"user\",\"content\":\"" + text + "\"}";
    }

    /** Both legs say the same, so that the upstream's pack is compressed against the client's. */
    private ExchangeId record(String... messages) {
        ExchangeId id = store.nextId();
        store.save(SampleExchanges.inFlight(id));
        String all = String.join(",", messages);
        put(new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0), "{\"messages\":[" + all + "]}");
        put(new BodyRef(id, BodyPart.UPSTREAM_REQUEST, 1), "{\"model\":\"m\",\"messages\":[" + all + "]}");
        String answer = "data: {\"text\":\"" + noise(id.number() * 77) + "\"}\n\n";
        put(new BodyRef(id, BodyPart.UPSTREAM_RESPONSE, 1), answer);
        put(new BodyRef(id, BodyPart.DOWNSTREAM_RESPONSE, 0), "event: x\n" + answer);
        store.save(SampleExchanges.exchange(
                id, Outcome.SUCCEEDED, new Body.Captured(answer.length()), SampleExchanges.STARTED));
        store.flush();
        return id;
    }

    private void put(BodyRef ref, String text) {
        store.append(ref, 1_000_000, text.getBytes(StandardCharsets.UTF_8));
        store.finishBody(ref);
        told.put(ref, text);
    }

    private void purge(ExchangeId id) {
        store.remove(List.of(id));
        store.purge();
        told.keySet().removeIf(ref -> ref.exchange().equals(id));
    }

    /** Every piece in the file, unpacked: what anybody could read who has the file and this program. */
    private List<String> pieces() throws SQLException {
        List<String> pieces = new ArrayList<>();
        Packs packs = new Packs();
        try (Session session = Session.reading(folder.resolve("exchanges.db"));
                var rows = session.statement("SELECT id FROM pack").executeQuery()) {
            List<Long> ids = new ArrayList<>();
            while (rows.next()) ids.add(rows.getLong(1));
            for (long id : ids) pieces.add(new String(packs.get(session, id).raw(), StandardCharsets.UTF_8));
        }
        return pieces;
    }

    private void assertKeptIsExact() {
        told.forEach((ref, text) -> assertThat(store.body(ref).bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(text));
    }

    @Test
    void whatOnlyThePurgedExchangeSaidLeavesPacksThatOthersUse() throws Exception {
        ExchangeId purged = record(message(noise(1)), message(CANARY + noise(2)));
        record(message(noise(1)), message(noise(3)));
        for (int i = 4; i < 30; i++) record(message(noise(1)), message(noise(3)), message(noise(i)));
        assertThat(pieces()).anyMatch(piece -> piece.contains(CANARY));
        assertKeptIsExact();
        purge(purged);
        await().until(() -> !store.isRewriting());
        assertThat(pieces()).noneMatch(piece -> piece.contains(CANARY)).anyMatch(piece -> piece.contains(noise(1)));
        assertKeptIsExact();
        assertThat(store.search(CANARY, 10)).isEmpty();
        ExchangeId again = record(message(noise(1)), message(CANARY + noise(2)));
        assertKeptIsExact();
        assertThat(store.search(CANARY, 10)).containsExactly(again);
    }

    @Test
    void readersNeverSeeOtherBytesMeanwhile() throws Exception {
        List<ExchangeId> ids = new ArrayList<>();
        String history = message(noise(1));
        for (int i = 2; i < 60; i++) {
            history += "," + message((i % 3 == 0 ? CANARY : "") + noise(i));
            ids.add(record(history));
        }
        ids.add(record(message(noise(1)), message(noise(500))));
        store.remove(ids.subList(0, 58));
        told.keySet().removeIf(ref -> ids.subList(0, 58).contains(ref.exchange()));
        Thread purging = Thread.ofVirtual().start(store::purge);
        while (purging.isAlive() || store.isRewriting()) assertKeptIsExact();
        purging.join();
        assertKeptIsExact();
        assertThat(pieces()).noneMatch(piece -> piece.contains(CANARY));
    }

    @Test
    void whatACrashLeftBehindIsTakenOutByTheNextOpening() throws Exception {
        ExchangeId purged = record(message(noise(1)), message(CANARY + noise(2)));
        record(message(noise(1)), message(noise(3)));
        store.close();
        try (Session session = Session.writing(folder.resolve("exchanges.db"))) {
            session.begin();
            PackUse.note(session, Set.of(purged));
            for (String table : List.of("body", "tail"))
                session.change("DELETE FROM " + table + " WHERE exchange = ?", purged.number());
            session.change("DELETE FROM exchange WHERE id = ?", purged.number());
            session.commit();
        }
        told.keySet().removeIf(ref -> ref.exchange().equals(purged));
        open();
        await().until(() -> !store.isRewriting());
        assertThat(pieces()).noneMatch(piece -> piece.contains(CANARY));
        assertKeptIsExact();
    }

    @Test
    void theDiskGetsTheRoomBack() throws Exception {
        StringBuilder large = new StringBuilder(CANARY);
        for (int i = 0; i < 200; i++) large.append(noise(1_000 + i));
        ExchangeId purged = record(message(noise(1)), message(large.toString()));
        record(message(noise(1)), message(noise(3)));
        store.checkpoint();
        long before = Files.size(folder.resolve("exchanges.db"));
        purge(purged);
        await().until(() -> !store.isRewriting());
        store.flush();
        assertThat(Files.size(folder.resolve("exchanges.db"))).isLessThan(before - 150_000);
        assertKeptIsExact();
    }
}
