package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.StoreHealth;
import dev.sightglass.engine.store.StoreRefused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTroubleTest {
    @TempDir
    Path folder;

    private SqliteExchangeStore open() {
        return SqliteExchangeStore.open(StoreOptions.writing(folder));
    }

    private Path file() {
        return folder.resolve("exchanges.db");
    }

    private static BodyRef request(ExchangeId id) {
        return new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0);
    }

    private static byte[] noise(long seed, int size) {
        byte[] bytes = new byte[size];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    private static ExchangeId record(SqliteExchangeStore store, int size) {
        ExchangeId id = store.nextId();
        record(store, id, noise(id.number(), size));
        return id;
    }

    private static ExchangeId record(SqliteExchangeStore store, byte[] body) {
        ExchangeId id = store.nextId();
        record(store, id, body);
        return id;
    }

    private static void record(SqliteExchangeStore store, ExchangeId id, byte[] body) {
        store.save(SampleExchanges.inFlight(id));
        store.append(request(id), 1_000, body);
        store.finishBody(request(id));
        store.save(SampleExchanges.succeeded(id));
    }

    @Test
    void aFileThatIsNoDatabaseIsMovedAsideAndTold() throws IOException {
        Files.createDirectories(folder);
        byte[] other =
                "these are somebody's holiday notes, not a database".repeat(50).getBytes(StandardCharsets.US_ASCII);
        Files.write(file(), other);
        try (SqliteExchangeStore store = open()) {
            assertThat(store.notices()).anyMatch(n -> n.contains(".corrupt-"));
            record(store, 100);
            assertThat(store.flush()).isTrue();
        }
        try (var files = Files.list(folder)) {
            Path aside = files.filter(f -> f.getFileName().toString().startsWith("exchanges.db.corrupt-"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readAllBytes(aside)).isEqualTo(other);
        }
    }

    @Test
    void aNewerStoreIsRefusedWithBothVersionsAndStaysAsItIs() throws Exception {
        try (SqliteExchangeStore store = open()) {
            record(store, 100);
        }
        try (Session session = Session.writing(file())) {
            session.run("PRAGMA user_version=" + (Schema.VERSION + 1));
            session.run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("store version " + (Schema.VERSION + 1))
                .hasMessageContaining("up to " + Schema.VERSION);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefusedAndStaysAsItIs() throws Exception {
        Files.createDirectories(folder);
        try (Session session = Session.writing(file())) {
            session.run("CREATE TABLE bookmark(id INTEGER)");
            session.run("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        assertThatThrownBy(this::open).isInstanceOf(StoreRefused.class).hasMessageContaining("another program");
    }

    @Test
    void aStoreOfTheFirstVersionIsBroughtUpWithItsExchanges() throws Exception {
        var exchange = SampleExchanges.succeeded(new ExchangeId(7));
        write(exchange);
        Path first = folder.resolve("exchanges.db");
        try (Session session = Session.writing(first)) {
            session.run("DROP TABLE lexicon");
            session.run("DROP TABLE listing");
            session.run("ALTER TABLE tail DROP COLUMN crc");
            for (String column : ExchangeRows.PROMPT)
                session.run("ALTER TABLE exchange DROP COLUMN " + column.substring(0, column.indexOf(' ')));
            session.run("PRAGMA user_version=1");
        }
        try (SqliteExchangeStore store = open();
                Session session = Session.reading(first)) {
            ExchangeSummary kept = store.find(new ExchangeId(7)).orElseThrow().summary();
            assertThat(kept.request().prompt()).isNull();
            assertThat(kept.request().title())
                    .isEqualTo(exchange.summary().request().title());
            assertThat(kept.timings()).isEqualTo(exchange.summary().timings());
            assertThat(kept.notes()).isEqualTo(exchange.summary().notes());
            assertThat(session.number("PRAGMA user_version")).isEqualTo(Schema.VERSION);
            assertThat(record(store, 100)).isEqualTo(new ExchangeId(8));
            assertThat(store.find(new ExchangeId(8))
                            .orElseThrow()
                            .summary()
                            .request()
                            .prompt())
                    .isNotNull();
        }
        assertThat(folder.resolve("exchanges.db.version-1")).doesNotExist();
    }

    private void write(Exchange exchange) throws Exception {
        StoreFolder place = new StoreFolder(folder);
        place.prepare();
        place.prepareDatabase();
        try (Session session = Session.writing(folder.resolve("exchanges.db"))) {
            for (int step = 0; step < Schema.VERSION; step++) Schema.take(session, step);
            ExchangeRows.write(session, new Words(), exchange.summary(), DetailForm.encode(exchange, session.zstd()));
        }
    }

    @Test
    void aStepThatFailsLeavesTheOldVersion() throws Exception {
        StoreFolder place = new StoreFolder(folder);
        place.prepare();
        place.prepareDatabase();
        try (Session session = Session.writing(file())) {
            Schema.take(session, 0);
            session.run("CREATE TABLE sieve(in_the_way INTEGER)");
            assertThatThrownBy(() -> Schema.take(session, 1)).isInstanceOf(SQLException.class);
            assertThat(session.number("PRAGMA user_version")).isEqualTo(1);
        }
    }

    @Test
    void aFullDiskIsToldAndHealsByItself() throws Exception {
        List<StoreHealth> told = new ArrayList<>();
        try (SqliteExchangeStore store = open()) {
            store.listen(new HealthListener(told));
            ExchangeId before = record(store, 50_000);
            store.flush();
            store.limitPages(store.pages() + 4);
            List<ExchangeId> during = new ArrayList<>();
            await().until(() -> {
                during.add(record(store, 100_000));
                return store.health() instanceof StoreHealth.Failing;
            });
            during.add(record(store, 100_000));
            assertThat(((StoreHealth.Failing) store.health()).reason()).contains("full");
            assertThat(store.body(request(during.getLast())).bytes()).hasSize(100_000);
            assertThat(store.find(before)).isPresent();
            store.limitPages(1 << 20);
            await().until(() -> store.health() instanceof StoreHealth.Recording);
            assertThat(store.flush()).isTrue();
            for (ExchangeId id : during)
                assertThat(store.body(request(id)).bytes()).isEqualTo(noise(id.number(), 100_000));
            assertThat(told).hasAtLeastOneElementOfType(StoreHealth.Failing.class);
            assertThat(told.getLast()).isInstanceOf(StoreHealth.Recording.class);
        }
    }

    @Test
    void whatDoesNotFitWhileTheDiskIsFullIsCountedNotBlocking() throws Exception {
        try (SqliteExchangeStore store = open()) {
            record(store, 1_000);
            store.flush();
            store.limitPages(store.pages());
            ExchangeId last = record(store, 200_000);
            await().until(() -> store.health() instanceof StoreHealth.Failing);
            for (int i = 0; i < 12; i++) last = record(store, new byte[8_000_000]);
            assertThat(store.body(request(last)).body())
                    .isEqualTo(new Body.NotCaptured(8_000_000, Body.Reason.STORE_FAILED));
            store.limitPages(1 << 20);
            await().until(() -> store.health() instanceof StoreHealth.Recording);
            assertThat(store.find(last)).isPresent();
            assertThat(store.notices()).anyMatch(n -> n.contains("miss something"));
        }
    }

    @Test
    void damageWhileRunningMovesTheFileAsideAndGoesOn() throws Exception {
        try (SqliteExchangeStore store = open()) {
            for (int i = 0; i < 30; i++) record(store, 30_000);
            store.flush();
            store.checkpoint();
            try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
                raw.seek(0);
                raw.write(noise(1, (int) raw.length()));
            }
            await().until(() -> {
                bytesOrNothing(store, record(store, 30_000));
                bytesOrNothing(store, new ExchangeId(3));
                return store.notices().stream().anyMatch(n -> n.contains(".corrupt-"));
            });
            await().until(() -> store.health() instanceof StoreHealth.Recording);
            ExchangeId after = record(store, 100);
            assertThat(store.flush()).isTrue();
            assertThat(store.body(request(after)).bytes()).isEqualTo(noise(after.number(), 100));
        }
    }

    @Test
    void damagedFilesNeverCrashAndNeverGiveOtherBytes() throws Exception {
        Path good = folder.resolve("good");
        List<ExchangeId> ids = new ArrayList<>();
        try (SqliteExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(good))) {
            for (int i = 0; i < 20; i++) ids.add(record(store, 5_000));
        }
        byte[] whole = Files.readAllBytes(good.resolve("exchanges.db"));
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 40; i++) {
            Path place = Files.createDirectories(folder.resolve("damaged-" + i));
            Files.write(place.resolve("exchanges.db"), damaged(whole, random));
            try (SqliteExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(place))) {
                for (ExchangeId id : ids) {
                    byte[] bytes = bytesOrNothing(store, id);
                    if (bytes.length > 0) assertThat(bytes).isEqualTo(noise(id.number(), 5_000));
                }
            } catch (StoreRefused refused) {
                assertThat(refused).hasMessageContaining(place.toString());
            }
        }
    }

    private static byte[] bytesOrNothing(SqliteExchangeStore store, ExchangeId id) {
        try {
            return store.body(request(id)).bytes();
        } catch (java.io.UncheckedIOException told) {
            assertThat(told).hasMessageContaining("cannot be read");
            return new byte[0];
        }
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        if (random.nextInt(4) == 0) return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
        for (int flips = 1 + random.nextInt(200); flips > 0; flips--)
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }
}
