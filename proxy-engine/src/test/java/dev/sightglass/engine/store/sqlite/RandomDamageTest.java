package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage at random places: each body is whole or said to be missing. */
class RandomDamageTest {
    @TempDir
    Path folder;

    private Path damaged(String name, byte[] bytes) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        Files.write(place.resolve(DamagedStores.DATABASE), bytes);
        return place;
    }

    @Test
    void damagedPagesTakeNoMoreWithThemThanWhatStoodOnThem() throws IOException {
        byte[] whole = Files.readAllBytes(DamagedStores.whole(folder));
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 25; round++) {
            byte[] bytes = whole.clone();
            for (int page = 0; page < 1 + round % 3; page++) {
                int start = random.nextInt(whole.length / Session.PAGE) * Session.PAGE;
                System.arraycopy(
                        DamagedStores.randomBytes(random.nextLong(), Session.PAGE), 0, bytes, start, Session.PAGE);
            }
            Path place = damaged("pages-" + round, bytes);
            try (SqliteExchangeStore store = DamagedStores.open(place)) {
                DamagedStores.readUntilMended(store);
                boolean told = store.notices().stream().anyMatch(n -> n.contains("damaged"));
                if (!told) assertThat(store.size()).isEqualTo(DamagedStores.EXCHANGES);
                else assertThat(DamagedStores.aside(place)).isNotEmptyFile();
                GrowingConversation.record(store);
                assertThat(store.flush()).isTrue();
            }
        }
    }

    @Test
    void flippedBitsNeverCrashAndNeverGiveOtherBytes() throws IOException {
        byte[] whole = Files.readAllBytes(DamagedStores.whole(folder));
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 60; round++) {
            byte[] bytes = whole.clone();
            for (int flips = 1 + random.nextInt(200); flips > 0; flips--)
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try (SqliteExchangeStore store = DamagedStores.open(damaged("flips-" + round, bytes))) {
                DamagedStores.readUntilMended(store);
            }
        }
    }
}
