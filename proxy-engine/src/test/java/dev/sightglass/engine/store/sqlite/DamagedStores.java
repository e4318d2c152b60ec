package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Stores of a {@link GrowingConversation} that are about to be damaged, and what comes of them. */
final class DamagedStores {
    static final int EXCHANGES = 60;
    static final String DATABASE = "exchanges.db";
    static final String LOG = "exchanges.db-wal";

    private DamagedStores() {}

    static SqliteExchangeStore open(Path place) {
        return SqliteExchangeStore.open(StoreOptions.writing(place));
    }

    /** The file of a store that was closed. */
    static Path whole(Path folder) throws IOException {
        Path place = folder.resolve("whole");
        try (SqliteExchangeStore store = open(place)) {
            for (int i = 0; i < EXCHANGES; i++) GrowingConversation.record(store);
        }
        return place.resolve(DATABASE);
    }

    /** The files of a store that was killed while most of it stood in the log. */
    static Path killed(Path folder) throws IOException {
        Path live = folder.resolve("live");
        Path copy = Files.createDirectories(folder.resolve("killed"));
        try (SqliteExchangeStore store = open(live)) {
            for (int i = 0; i < EXCHANGES; i++) GrowingConversation.record(store);
            store.flush();
            for (String name : List.of(DATABASE, LOG)) Files.copy(live.resolve(name), copy.resolve(name));
        }
        return copy;
    }

    static byte[] randomBytes(long seed, int size) {
        byte[] bytes = new byte[size];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    /** Damage may show only on reading: then it is mended meanwhile, and reading again gives what there is. */
    static void readUntilMended(SqliteExchangeStore store) {
        await().untilAsserted(() ->
                assertThatCode(() -> GrowingConversation.checkBodies(store)).doesNotThrowAnyException());
    }

    /** The damaged database that was moved aside. */
    static Path aside(Path place) throws IOException {
        return findAside(place).orElseThrow();
    }

    static Optional<Path> findAside(Path place) throws IOException {
        try (var files = Files.list(place)) {
            return files.filter(f -> f.getFileName().toString().startsWith(DATABASE + ".corrupt-"))
                    .filter(f -> !f.toString().endsWith("-wal") && !f.toString().endsWith("-shm"))
                    .findFirst();
        }
    }
}
