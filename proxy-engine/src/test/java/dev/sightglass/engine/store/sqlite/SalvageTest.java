package dev.sightglass.engine.store.sqlite;

import static dev.sightglass.engine.store.sqlite.DamagedStores.EXCHANGES;
import static dev.sightglass.engine.store.sqlite.DamagedStores.aside;
import static dev.sightglass.engine.store.sqlite.DamagedStores.open;
import static dev.sightglass.engine.store.sqlite.DamagedStores.randomBytes;
import static dev.sightglass.engine.store.sqlite.DamagedStores.readUntilMended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.StoreHealth;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalvageTest {
    private static final Pattern SAVED = Pattern.compile("(\\d+) exchanges? w(?:as|ere) saved");

    @TempDir
    Path folder;

    private Path damaged(String name, byte[] bytes) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        Files.write(place.resolve("exchanges.db"), bytes);
        return place;
    }

    private static int savedBy(SqliteExchangeStore store) {
        for (String notice : store.notices()) {
            Matcher found = SAVED.matcher(notice);
            if (found.find()) return Integer.parseInt(found.group(1));
        }
        return 0;
    }

    @Test
    void aDamagedHeaderLosesNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(DamagedStores.whole(folder));
        System.arraycopy(randomBytes(1, 100), 0, bytes, 0, 100);
        Path place = damaged("header", bytes);
        try (SqliteExchangeStore store = open(place)) {
            String kept = aside(place).toString();
            assertThat(savedBy(store)).isEqualTo(EXCHANGES);
            assertThat(store.notices()).anyMatch(n -> n.contains("none is known to be lost") && n.contains(kept));
            assertThat(GrowingConversation.checkBodies(store)).isEqualTo(2 * EXCHANGES);
            assertThat(store.search("heliotrope", 1_000)).hasSize(EXCHANGES);
            GrowingConversation.record(store);
            assertThat(store.flush()).isTrue();
            assertThat(GrowingConversation.checkBodies(store)).isEqualTo(2 * EXCHANGES + 2);
        }
        assertThat(Files.readAllBytes(aside(place))).isEqualTo(bytes);
    }

    @Test
    void aFirstPageOfZerosLosesNothingThatStandsElsewhere() throws IOException {
        byte[] bytes = Files.readAllBytes(DamagedStores.whole(folder));
        Arrays.fill(bytes, 0, Session.PAGE, (byte) 0);
        try (SqliteExchangeStore store = open(damaged("first", bytes))) {
            assertThat(savedBy(store)).isEqualTo(EXCHANGES);
            assertThat(GrowingConversation.checkBodies(store)).isEqualTo(2 * EXCHANGES);
        }
    }

    @Test
    void aTruncatedFileGivesWhatItStillHas() throws IOException {
        byte[] bytes = Files.readAllBytes(DamagedStores.whole(folder));
        Path place = damaged("short", Arrays.copyOf(bytes, bytes.length * 9 / 10));
        try (SqliteExchangeStore store = open(place)) {
            assertThat(savedBy(store)).isPositive().isEqualTo(store.size());
            assertThat(GrowingConversation.checkBodies(store)).isPositive();
        }
        assertThat(aside(place)).hasSize(bytes.length * 9L / 10);
    }

    @Test
    void nothingIsDoneToASoundFile() throws IOException {
        Path file = DamagedStores.whole(folder);
        try (SqliteExchangeStore store = open(file.getParent())) {
            assertThat(store.notices()).isEmpty();
            assertThat(GrowingConversation.checkBodies(store)).isEqualTo(2 * EXCHANGES);
        }
        try (var files = Files.list(file.getParent())) {
            assertThat(files)
                    .noneMatch(f ->
                            f.toString().contains("corrupt") || f.toString().contains("salvag"));
        }
    }

    @Test
    void damageInTheLogLosesOnlyWhatTheDamagedFrameHad() throws IOException {
        Path place = DamagedStores.killed(folder);
        Path wal = place.resolve("exchanges.db-wal");
        try (RandomAccessFile raw = new RandomAccessFile(wal.toFile(), "rw")) {
            raw.seek(raw.length() / 2);
            raw.write(randomBytes(3, 500));
        }
        byte[] before = Files.readAllBytes(wal);
        try (SqliteExchangeStore store = open(place)) {
            assertThat(savedBy(store)).isGreaterThan(EXCHANGES / 2);
            readUntilMended(store);
        }
        assertThat(Files.readAllBytes(Path.of(aside(place) + "-wal"))).isEqualTo(before);
    }

    @Test
    void aDamagedHeadOfTheLogLosesNothing() throws IOException {
        Path place = DamagedStores.killed(folder);
        try (RandomAccessFile raw =
                new RandomAccessFile(place.resolve("exchanges.db-wal").toFile(), "rw")) {
            raw.seek(8);
            raw.write(randomBytes(4, 16));
        }
        try (SqliteExchangeStore store = open(place)) {
            assertThat(savedBy(store)).isEqualTo(EXCHANGES);
            assertThat(GrowingConversation.checkBodies(store)).isEqualTo(2 * EXCHANGES);
        }
    }

    @Test
    void anEmptyFileBesideItsLogIsMadeFromTheLog() throws IOException {
        Path place = DamagedStores.killed(folder);
        Files.write(place.resolve("exchanges.db"), new byte[0]);
        try (SqliteExchangeStore store = open(place)) {
            assertThat(savedBy(store)).isPositive();
            readUntilMended(store);
        }
    }

    @Test
    void aCrashBetweenSavingAndReplacingIsMadeGood() throws IOException {
        Path file = DamagedStores.whole(folder);
        Files.move(file, file.resolveSibling("exchanges.db.salvaged"));
        Files.write(file, "damaged".getBytes(StandardCharsets.US_ASCII));
        try (SqliteExchangeStore store = open(file.getParent())) {
            assertThat(store.size()).isEqualTo(EXCHANGES);
            assertThat(store.notices()).anyMatch(n -> n.contains(".corrupt-"));
        }
    }

    @Test
    void bytesThatHadArrivedAndCannotBeReadAreNoEmptyBody() throws Exception {
        Path place = folder.resolve("arriving");
        ExchangeId id;
        try (SqliteExchangeStore store = open(place)) {
            id = store.nextId();
            store.save(SampleExchanges.inFlight(id));
            store.append(
                    GrowingConversation.answer(id.number()),
                    1_000_000,
                    "data: first ".getBytes(StandardCharsets.US_ASCII));
        }
        try (Session session = Session.writing(place.resolve("exchanges.db"))) {
            assertThat(session.change("UPDATE tail SET crc = crc + 1")).isEqualTo(1);
        }
        try (SqliteExchangeStore store = open(place)) {
            assertThat(store.body(GrowingConversation.answer(id.number())).body())
                    .isInstanceOf(Body.NotCaptured.class);
            assertThat(store.find(id).orElseThrow().downstream().responseBody()).isInstanceOf(Body.NotCaptured.class);
        }
    }

    /** Nothing else shows it: the file's structure is sound. */
    @Test
    void aStoreThatGivesNumbersTwiceIsMadeAnewAndLosesNothing() throws Exception {
        Path file = DamagedStores.whole(folder);
        try (Session session = Session.writing(file)) {
            session.run("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'pack'");
        }
        try (SqliteExchangeStore store = open(file.getParent())) {
            GrowingConversation.record(store);
            await().until(() -> savedBy(store) >= EXCHANGES);
            assertThat(store.flush()).isTrue();
            assertThat(GrowingConversation.checkBodies(store)).isEqualTo(2 * EXCHANGES + 2);
        }
    }

    @Test
    void damageWhileRunningKeepsWhatIsReadableAndWhatIsInMemory() throws IOException {
        Path place = folder.resolve("running");
        try (SqliteExchangeStore store = open(place)) {
            for (int i = 0; i < EXCHANGES; i++) GrowingConversation.record(store);
            store.flush();
            store.checkpoint();
            ExchangeId running = store.nextId();
            store.save(SampleExchanges.inFlight(running));
            store.append(
                    GrowingConversation.answer(running.number()),
                    1_000_000,
                    "data: first ".getBytes(StandardCharsets.US_ASCII));
            store.flush();
            store.checkpoint();
            List<Long> seen = new ArrayList<>();
            try (RandomAccessFile raw =
                    new RandomAccessFile(place.resolve("exchanges.db").toFile(), "rw")) {
                raw.write(randomBytes(5, 2_000));
            }
            await().until(() -> {
                try {
                    seen.add((long) store.newest(10, null).size());
                } catch (UncheckedIOException told) {
                    assertThat(told).hasMessageContaining("cannot be read");
                }
                GrowingConversation.record(store);
                return store.notices().stream().anyMatch(n -> n.contains("damaged"));
            });
            await().until(() -> store.health() instanceof StoreHealth.Recording);
            GrowingConversation.put(store, GrowingConversation.answer(running.number()), "second\n\n");
            store.save(SampleExchanges.exchange(
                    running, Outcome.SUCCEEDED, new Body.Captured(20), SampleExchanges.STARTED));
            assertThat(store.flush()).isTrue();
            assertThat(store.body(GrowingConversation.answer(running.number())).bytes())
                    .asString()
                    .isEqualTo("data: first second\n\n");
            assertThat(store.size()).isEqualTo(store.newest(10_000, null).size());
            assertThat(savedBy(store)).isGreaterThanOrEqualTo(EXCHANGES);
        }
    }
}
