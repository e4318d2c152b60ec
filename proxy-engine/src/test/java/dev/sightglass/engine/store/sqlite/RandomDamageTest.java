package dev.sightglass.engine.store.sqlite;

import static dev.sightglass.engine.store.sqlite.DamagedStores.DATABASE;
import static dev.sightglass.engine.store.sqlite.DamagedStores.EXCHANGES;
import static dev.sightglass.engine.store.sqlite.DamagedStores.LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import dev.sightglass.engine.store.StoreRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages the files of a store at random: each body is whole or said to be missing, or the store is refused in words; what was
 * damaged stays as it was; nothing hangs.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RandomDamageTest {
    @TempDir
    Path folder;

    /** What threads of a store died of: a person would see their stack traces. */
    private final ConcurrentLinkedQueue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void watchThreads() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((_, failure) -> uncaught.add(failure));
    }

    @AfterEach
    void letThreadsBe() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private enum Damage {
        FLIPPED_BITS,
        RANDOM_BYTES,
        RANDOM_PAGES,
        ZEROS,
        CUT_OFF,
        PAGE_OVER_ANOTHER;

        /** Other bytes, of the same length but for one. */
        byte[] of(byte[] whole, SplittableRandom random) {
            if (whole.length == 0) return whole;
            byte[] bytes = whole.clone();
            int start = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - start, 1 + random.nextInt(2 * Session.PAGE));
            switch (this) {
                case FLIPPED_BITS -> {
                    for (int flips = 1 + random.nextInt(200); flips > 0; flips--)
                        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                case RANDOM_BYTES -> random(bytes, start, length, random);
                case RANDOM_PAGES -> {
                    for (int pages = 1 + random.nextInt(3); pages > 0; pages--)
                        random(bytes, page(bytes, random), Math.min(Session.PAGE, bytes.length), random);
                }
                case ZEROS -> Arrays.fill(bytes, start, start + length, (byte) 0);
                case CUT_OFF -> bytes = Arrays.copyOf(bytes, start);
                case PAGE_OVER_ANOTHER -> {
                    int size = Math.min(Session.PAGE, bytes.length);
                    System.arraycopy(whole, page(bytes, random), bytes, page(bytes, random), size);
                }
            }
            return bytes;
        }

        private static void random(byte[] bytes, int start, int length, SplittableRandom random) {
            System.arraycopy(DamagedStores.randomBytes(random.nextLong(), length), 0, bytes, start, length);
        }

        private static int page(byte[] bytes, SplittableRandom random) {
            return random.nextInt(Math.max(1, bytes.length / Session.PAGE)) * Session.PAGE;
        }
    }

    @Test
    void damageAnywhereGivesWholeBodiesOrSaysWhatIsMissing() throws Exception {
        damage(24, 11);
    }

    private void damage(int rounds, long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, byte[]> closed = files(DamagedStores.whole(folder).getParent());
        Map<String, byte[]> killed = files(DamagedStores.killed(folder));
        for (int round = 0; round < rounds; round++) {
            Damage damage = Damage.values()[round % Damage.values().length];
            Map<String, byte[]> files = new TreeMap<>(random.nextInt(3) == 0 ? closed : killed);
            for (String name : List.copyOf(files.keySet()))
                if (files.size() == 1 || random.nextInt(3) > 0)
                    files.computeIfPresent(name, (_, bytes) -> damage.of(bytes, random));
            Path place = Files.createDirectories(folder.resolve("round"));
            for (var file : files.entrySet()) Files.write(place.resolve(file.getKey()), file.getValue());
            try {
                openDamaged(place, files);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "round " + round + " of seed " + seed + ", " + damage + "; the store does " + whatThreadsDo(),
                        e);
            }
            assertThat(uncaught).isEmpty();
            remove(place);
        }
    }

    private static String whatThreadsDo() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("store-"))
                .map(thread -> thread.getKey().getName() + " " + List.of(thread.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static Map<String, byte[]> files(Path place) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : List.of(DATABASE, LOG))
            if (Files.exists(place.resolve(name))) files.put(name, Files.readAllBytes(place.resolve(name)));
        return files;
    }

    private static void openDamaged(Path place, Map<String, byte[]> files) throws IOException {
        try (SqliteExchangeStore store = DamagedStores.open(place)) {
            boolean atOnce = !store.notices().isEmpty();
            readUntilMended(store);
            assertFoundIsThere(store);
            GrowingConversation.record(store);
            assertThat(store.flush()).isTrue();
            if (atOnce) assertKept(place, files);
        } catch (StoreRefused e) {
            assertThat(e.getMessage()).contains(place.toString()).doesNotContain("Exception");
            assertThat(files(place)).as(e.getMessage()).containsExactlyInAnyOrderEntriesOf(files);
            return;
        }
        try (SqliteExchangeStore store = DamagedStores.open(place)) {
            readUntilMended(store);
        }
    }

    /** Damage may show only on reading: then it is mended meanwhile, and reading again gives what there is. */
    private static void readUntilMended(SqliteExchangeStore store) {
        await().ignoreException(UncheckedIOException.class).untilAsserted(() -> {
            for (ExchangeSummary summary : store.newest(1_000, null)) {
                long number = summary.id().number();
                assertThat(store.find(summary.id())).isPresent();
                assertNoOtherBytes(store, summary, GrowingConversation.request(number));
                assertNoOtherBytes(store, summary, GrowingConversation.answer(number));
            }
        });
    }

    /** An exchange that has not ended for all that is known may lack the end of its bodies, as after a crash. */
    private static void assertNoOtherBytes(SqliteExchangeStore store, ExchangeSummary summary, BodyRef ref) {
        RecordedBody body = store.body(ref);
        if (body.body() instanceof Body.NotCaptured) return;
        String wanted = GrowingConversation.text(ref);
        String given = new String(body.bytes(), StandardCharsets.US_ASCII);
        boolean ended = summary.outcome() instanceof Outcome.Succeeded;
        assertThat(ended ? given.equals(wanted) : wanted.startsWith(given))
                .as(
                        "%s is %s, %,d bytes of %,d; %s; %s",
                        ref, body.body(), given.length(), wanted.length(), summary, store.notices())
                .isTrue();
    }

    /** A search may meet damage first, and is answered when that is mended. */
    private static void assertFoundIsThere(SqliteExchangeStore store) {
        Set<ExchangeId> there = new HashSet<>();
        for (ExchangeSummary summary : store.newest(10_000, null)) there.add(summary.id());
        await().ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> assertThat(there).containsAll(store.search("heliotrope", Integer.MAX_VALUE)));
        assertThat(store.search("heliotrope", EXCHANGES)).hasSizeLessThanOrEqualTo(EXCHANGES);
    }

    /** What was damaged was moved aside as it was. */
    private static void assertKept(Path place, Map<String, byte[]> files) throws IOException {
        if (DamagedStores.findAside(place).isEmpty()) return;
        Path aside = DamagedStores.aside(place);
        for (var file : files.entrySet()) {
            Path kept = Path.of(aside + file.getKey().substring(DATABASE.length()));
            assertThat(Files.readAllBytes(kept)).as(kept.toString()).isEqualTo(file.getValue());
        }
    }

    private static void remove(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
