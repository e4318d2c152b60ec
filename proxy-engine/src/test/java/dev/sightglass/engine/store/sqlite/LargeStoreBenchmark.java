package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.BodyRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store of many exchanges: opening, first screen, search. How many is the system property {@code bench.exchanges}
 * (100,000); the store stays for another run when {@code bench.folder} names a folder.
 */
@Tag("bench")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class LargeStoreBenchmark {
    private static final int TURNS = 50;
    private static final int ROUNDS = 3;

    @TempDir
    Path temporary;

    @Test
    void openingAndSearchingAreQuick() throws Exception {
        int wanted = Integer.getInteger("bench.exchanges", 100_000);
        String named = System.getProperty("bench.folder");
        Path folder = named == null ? temporary : Path.of(named);
        fill(folder, wanted);
        opening(folder);
        try (SqliteExchangeStore store = SqliteExchangeStore.open(options(folder))) {
            for (int round = 1; round <= ROUNDS; round++) {
                say("round %d%s", round, round == 1 ? ", the code not compiled yet" : "");
                searches(store);
                open(store, round);
            }
        }
        say("database %.1f MB", Files.size(folder.resolve("exchanges.db")) / 1e6);
    }

    /** Processes that do nothing else, the lesser of three. */
    private void opening(Path folder) throws IOException, InterruptedException {
        Path empty = Files.createDirectories(temporary.resolve("empty"));
        StoreProcess.run(StoreProcess.class, _ -> {}, "-Xmx64m", empty.toString());
        for (String rows : List.of("pass", "keep")) {
            String heap = "-Xmx64m";
            for (int i = 0; i < ROUNDS; i++) {
                say(
                        "empty store, %s: %s",
                        heap, StoreProcess.run(StoreProcess.class, _ -> {}, heap, empty.toString(), rows));
                Map<String, Long> told = StoreProcess.run(StoreProcess.class, _ -> {}, heap, folder.toString(), rows);
                say("this store, rows %s, %s: %s", rows.equals("keep") ? "all kept" : "passed on", heap, told);
            }
        }
    }

    private static StoreOptions options(Path folder) {
        return StoreOptions.writing(folder).keeping(100L << 30, null);
    }

    private static void fill(Path folder, int wanted) {
        try (SqliteExchangeStore store = SqliteExchangeStore.open(options(folder))) {
            BenchRecorder recorder = new BenchRecorder(store);
            long started = System.nanoTime();
            int missing = wanted - store.size();
            if (missing <= 0) return;
            int first = store.size() / TURNS;
            for (int done = 0; done < missing; ) {
                BenchConversation conversation = new BenchConversation(10_000 + first++, first % 7);
                for (int turn = 0; turn < TURNS && done < missing; turn++, done++) recorder.record(conversation.next());
            }
            store.flush();
            say(
                    "%,d exchanges written in %.0f s; raw client requests %.1f GB",
                    missing, millis(started) / 1000, recorder.requestBytes / 1e9);
        }
    }

    private static void open(SqliteExchangeStore store, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            ExchangeId id = new ExchangeId(1 + random.nextInt(store.size()));
            long started = System.nanoTime();
            assertThat(store.find(id)).isPresent();
            for (BodyPart part : BodyPart.values())
                store.body(new BodyRef(id, part, part.name().startsWith("UP") ? 1 : 0));
            times.add(System.nanoTime() - started);
        }
        say("opening any exchange with all bodies: %s", StoreBenchmark.percentiles(times));
    }

    private static void searches(SqliteExchangeStore store) {
        BenchText text = new BenchText(3_000 + 10_000 + 17);
        text.identifier("", 32);
        String prose = text.prose(3_000);
        search(store, "a word that is nowhere", "zzyzxqw", Integer.MAX_VALUE);
        search(store, "another", "kaleidoscope", Integer.MAX_VALUE);
        search(store, "words of one old conversation", prose.substring(30, 60), Integer.MAX_VALUE);
        search(store, "others of it", prose.substring(300, 345), Integer.MAX_VALUE);
        search(store, "a word found in half of all", "trystplin", Integer.MAX_VALUE);
        search(store, "the newest 100 of them", "trystplin", 100);
        search(store, "a word of the system prompt", "striod", Integer.MAX_VALUE);
        search(store, "letters that are frequent, but never together", "theing", Integer.MAX_VALUE);
        search(store, "four letters of many words", "stor", Integer.MAX_VALUE);
        search(store, "three letters that are seldom together", "qux", Integer.MAX_VALUE);
        search(store, "two letters", "qu", Integer.MAX_VALUE);
        search(store, "one letter", "q", Integer.MAX_VALUE);
        search(store, "a frequent word, mixed case", "TrystPlin", Integer.MAX_VALUE);
        search(store, "two words in a row", prose.substring(30, 60).toUpperCase(Locale.ROOT), Integer.MAX_VALUE);
        search(store, "digits", "4711", Integer.MAX_VALUE);
        search(store, "a part of a random id", "aB3x", Integer.MAX_VALUE);
        search(store, "letters that are not ASCII, nowhere", "na\u00efve", Integer.MAX_VALUE);
        search(store, "Chinese, nowhere", "\u4e2d\u6587", Integer.MAX_VALUE);
        search(store, "punctuation, nowhere", "=>", Integer.MAX_VALUE);
        search(store, "punctuation, frequent", "):", Integer.MAX_VALUE);
        search(store, "a line of code", "(self, ", Integer.MAX_VALUE);
        search(store, "a header of all", "retry-count", Integer.MAX_VALUE);
        search(store, "a name of the stored form of heads", "sentAt", Integer.MAX_VALUE);
    }

    private static void search(SqliteExchangeStore store, String what, String text, int limit) {
        long started = System.nanoTime();
        long[] first = {-1};
        int[] count = {0};
        store.search(text, limit, _ -> {
            if (count[0]++ == 0) first[0] = System.nanoTime() - started;
        });
        say(
                "search for %s: %,d found, first after %.0f ms, complete after %.0f ms",
                what, count[0], first[0] / 1e6, millis(started));
    }

    private static double millis(long started) {
        return (System.nanoTime() - started) / 1e6;
    }

    private static void say(String format, Object... values) {
        StoreBenchmark.say(format, values);
    }
}
