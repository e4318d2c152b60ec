package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.form.ByteSink;
import dev.sightglass.engine.store.form.Sieve;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SieveUpgradeTest {
    /** More than a search looks at before it asks the sieves. */
    private static final int EXCHANGES = 400;

    @TempDir
    Path folder;

    private SqliteExchangeStore open() {
        return SqliteExchangeStore.open(StoreOptions.writing(folder));
    }

    private static ExchangeId record(SqliteExchangeStore store, String message) {
        ExchangeId id = store.nextId();
        BodyRef request = new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0);
        store.save(SampleExchanges.inFlight(id));
        store.append(
                request,
                1_000,
                ("{\"messages\":[{\"role\":\"user\",\"content\":\"" + message + "\"}]}")
                        .getBytes(StandardCharsets.UTF_8));
        store.finishBody(request);
        store.save(SampleExchanges.succeeded(id));
        return id;
    }

    @Test
    void sievesOfThreeLettersStillTellWhatIsWhere() throws Exception {
        List<ExchangeId> wanted = new ArrayList<>();
        try (SqliteExchangeStore store = open()) {
            for (int i = 0; i < EXCHANGES; i++) {
                ExchangeId id = record(store, "turn " + i + (i % 90 == 7 ? " heliotrope" : " gentian"));
                if (i % 90 == 7) wanted.addFirst(id);
            }
        }
        try (Session session = Session.writing(folder.resolve("exchanges.db"))) {
            makeSievesOfThree(session);
        }
        try (SqliteExchangeStore store = open()) {
            for (int i = 0; i < EXCHANGES; i++) record(store, "later turn " + i + " gentian");
            wanted.addFirst(record(store, "one more heliotrope"));
            store.flush();
            assertThat(store.search("heliotrope", Integer.MAX_VALUE)).isEqualTo(wanted);
            assertThat(store.search("heliotrope", 3)).isEqualTo(wanted.subList(0, 3));
            assertThat(store.search("otr", Integer.MAX_VALUE)).isEqualTo(wanted);
            assertThat(store.search("amaranth", Integer.MAX_VALUE)).isEmpty();
            assertThat(store.search("gentian", Integer.MAX_VALUE)).hasSize(2 * EXCHANGES + 1 - wanted.size());
        }
        try (Session session = Session.reading(folder.resolve("exchanges.db"))) {
            assertThat(session.number("SELECT count(DISTINCT letters) FROM sieve"))
                    .isEqualTo(2);
        }
    }

    /** Takes the sieves back to how version 3 had them. */
    private static void makeSievesOfThree(Session session) throws SQLException {
        long last = session.number("SELECT max(id) FROM pack");
        Packs packs = new Packs();
        ByteSink entries = new ByteSink();
        for (long id = 1; id <= last; id++) {
            Sieve sieve = new Sieve(3);
            Pack pack = packs.get(session, id);
            for (int place = 0; place < pack.count(); place++) sieve.add(pack.piece(place));
            entries.number(id).number(0).block(sieve.take());
        }
        session.run("DROP TABLE sieve");
        session.run("CREATE TABLE sieve(last INTEGER PRIMARY KEY, count INTEGER NOT NULL, entries BLOB NOT NULL)");
        PreparedStatement insert = session.statement("INSERT INTO sieve VALUES(?, ?, ?)");
        insert.setLong(1, last);
        insert.setLong(2, last);
        insert.setBytes(3, entries.toBytes());
        insert.executeUpdate();
        session.run("ALTER TABLE tail DROP COLUMN crc");
        session.run("PRAGMA user_version=3");
    }
}
