package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.BodyRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @TempDir
    Path temporary;

    @Test
    void openingAndSearchingAreQuick() throws Exception {
        int wanted = Integer.getInteger("bench.exchanges", 100_000);
        String named = System.getProperty("bench.folder");
        Path folder = named == null ? temporary : Path.of(named);
        fill(folder, wanted);
        System.gc();
        long before = StoreBenchmark.rss();
        long heapBefore = StoreBenchmark.heap();
        long started = System.nanoTime();
        try (SqliteExchangeStore store = SqliteExchangeStore.open(options(folder))) {
            assertThat(store.newest(200, null)).hasSize(200);
            say("first screen of %,d exchanges: %.0f ms after opening began", store.size(), millis(started));
            say(
                    "RSS grew %.1f MB, live heap %.1f MB",
                    (StoreBenchmark.rss() - before) / 1e6, (StoreBenchmark.heap() - heapBefore) / 1e6);
            started = System.nanoTime();
            restore(store);
            say("all summaries read in pages of 1,000: %.0f ms", millis(started));
            open(store);
            for (int round = 0; round < 3; round++) searches(store);
        }
        say("database %.1f MB", Files.size(folder.resolve("exchanges.db")) / 1e6);
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

    private static void restore(SqliteExchangeStore store) {
        ExchangeId before = null;
        int count = 0;
        while (true) {
            var page = store.newest(1_000, before);
            count += page.size();
            if (page.size() < 1_000) break;
            before = page.getLast().id();
        }
        assertThat(count).isEqualTo(store.size());
    }

    private static void open(SqliteExchangeStore store) {
        SplittableRandom random = new SplittableRandom(3);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
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
        String rare = text.prose(200).split("[ .,/]+")[9];
        search(store, "a word that is nowhere", "zzyzxqw", Integer.MAX_VALUE);
        search(store, "two words in a row of one conversation", text.prose(400).substring(30, 60), Integer.MAX_VALUE);
        search(store, "a word of the text (" + rare + "), all", rare, Integer.MAX_VALUE);
        search(store, "the same, first 100", rare, 100);
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
