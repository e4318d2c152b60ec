package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.BodyRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the store costs. The figures go to standard output, which the build writes beside the test reports. */
@Tag("bench")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class StoreBenchmark {
    private static final int CONVERSATIONS = 40;
    private static final int WARM = 2 * RecordingProcess.STEP;
    private static final int TURNS = 50;

    @TempDir
    Path folder;

    private SqliteExchangeStore open() {
        return SqliteExchangeStore.open(StoreOptions.writing(folder).keeping(100L << 30, null));
    }

    @Test
    void twoThousandExchangesTakeAtMostFourPercent() throws Exception {
        List<ExchangeId> ids = new ArrayList<>();
        List<byte[]> samples = new ArrayList<>();
        BenchRecorder recorder;
        long started = System.nanoTime();
        try (SqliteExchangeStore store = open()) {
            recorder = new BenchRecorder(store);
            List<BenchConversation> conversations = conversations(CONVERSATIONS);
            for (int turn = 0; turn < TURNS; turn++) {
                for (BenchConversation conversation : conversations) {
                    BenchConversation.Bodies bodies = conversation.next();
                    ids.add(recorder.record(bodies));
                    samples.add(ids.size() % 20 == 0 ? bodies.request() : new byte[0]);
                }
            }
            store.flush();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        long size = Files.size(folder.resolve("exchanges.db"));
        say(
                "2,000 exchanges: raw client requests %.1f MB, upstream requests %.1f MB, answers %.1f MB; %.1f s, %.2f ms each",
                recorder.requestBytes / 1e6,
                recorder.upstreamBytes / 1e6,
                recorder.answerBytes / 1e6,
                seconds,
                seconds * 1000 / ids.size());
        say(
                "database %.2f MB = %.2f%% of raw client requests, %.2f KB an exchange",
                size / 1e6, 100.0 * size / recorder.requestBytes, size / 1e3 / ids.size());
        tables();
        rebuilds(ids, samples);
        assertThat((double) size / recorder.requestBytes).isLessThan(0.04);
    }

    @Test
    void recordingTakesNoMoreMemoryForEachExchange() throws Exception {
        Map<String, Long> told = StoreProcess.run(
                RecordingProcess.class,
                out -> {
                    List<BenchConversation> conversations = conversations(3 * CONVERSATIONS);
                    for (int turn = 0; turn < TURNS; turn++)
                        for (BenchConversation conversation : conversations)
                            RecordingProcess.send(out, conversation.next());
                    out.writeBoolean(false);
                },
                "-Xmx64m",
                folder.toString());
        int exchanges = 3 * CONVERSATIONS * TURNS;
        say("a process that records %,d exchanges, heap at most 64 MB: %s", exchanges, told);
        for (int count = 2 * RecordingProcess.STEP; count <= exchanges; count += RecordingProcess.STEP)
            say("RSS growth %.1f KB an exchange before number %,d", growth(told, RecordingProcess.STEP, count), count);
        // Until then the JVM has not touched all of the heap that it may; later its compiler still takes some MB at a
        // time.
        double grown = growth(told, exchanges - WARM, exchanges);
        say("RSS growth %.1f KB an exchange after the first %,d", grown, WARM);
        assertThat(grown).isLessThan(10);
    }

    /** Kilobytes of memory for each of the last so many exchanges before a number. */
    private static double growth(Map<String, Long> told, int last, int number) {
        long before = told.get(RecordingProcess.rssAfter(number - last));
        return (double) (told.get(RecordingProcess.rssAfter(number)) - before) / last;
    }

    private static List<BenchConversation> conversations(int count) {
        List<BenchConversation> conversations = new ArrayList<>();
        for (int i = 0; i < count; i++) conversations.add(new BenchConversation(i, i % 4));
        return conversations;
    }

    private void rebuilds(List<ExchangeId> ids, List<byte[]> samples) {
        try (SqliteExchangeStore store = open()) {
            RebuildTimes.measure(
                    "client request rebuilt",
                    ids.size(),
                    n -> store.body(new BodyRef(ids.get(n), BodyPart.DOWNSTREAM_REQUEST, 0)));
            RebuildTimes.measure("all four bodies rebuilt", ids.size(), n -> {
                for (BodyPart part : BodyPart.values())
                    store.body(new BodyRef(ids.get(n), part, part.name().startsWith("UP") ? 1 : 0));
            });
            for (int i = 0; i < ids.size(); i++)
                if (samples.get(i).length > 0)
                    assertThat(store.body(new BodyRef(ids.get(i), BodyPart.DOWNSTREAM_REQUEST, 0))
                                    .bytes())
                            .isEqualTo(samples.get(i));
        }
    }

    @Test
    void aLongConversationGrowsLinearly() throws Exception {
        int turns = 500;
        long[] sizes = new long[11];
        try (SqliteExchangeStore store = open()) {
            BenchRecorder recorder = new BenchRecorder(store);
            BenchConversation conversation = new BenchConversation(1, 1);
            for (int turn = 0; turn <= turns; turn++) {
                if (turn % (turns / 10) == 0) {
                    store.flush();
                    sizes[turn / (turns / 10)] = used();
                }
                recorder.record(conversation.next());
            }
        }
        StringBuilder tenths = new StringBuilder();
        for (int i = 1; i <= 10; i++) tenths.append(" %.2f".formatted((sizes[i] - sizes[i - 1]) / 1e3 / (turns / 10)));
        say("500 turns of one conversation, KB an exchange in each tenth:%s", tenths);
        double ratio = (double) (sizes[10] - sizes[9]) / (sizes[1] - sizes[0]);
        say("last tenth to first tenth: %.2f", ratio);
        assertThat(ratio).isLessThan(1.2);
    }

    private long used() throws SQLException {
        try (Session session = Session.reading(folder.resolve("exchanges.db"))) {
            return (session.number("PRAGMA page_count") - session.number("PRAGMA freelist_count"))
                    * session.number("PRAGMA page_size");
        }
    }

    private void tables() throws SQLException {
        try (Session session = Session.reading(folder.resolve("exchanges.db"))) {
            for (String sql : List.of(
                    "SELECT 'pack: requests', count(*), sum(length(data)) FROM pack WHERE id IN (SELECT pack FROM body WHERE part = 0)",
                    "SELECT 'pack: upstream requests', count(*), sum(length(data)) FROM pack WHERE id IN (SELECT pack FROM body WHERE part = 1)",
                    "SELECT 'pack: answers', count(*), sum(length(data)) FROM pack WHERE id IN (SELECT pack FROM body WHERE part > 1)",
                    "SELECT 'body', count(*), sum(length(recipe)) FROM body",
                    "SELECT 'run', count(*), sum(length(items)) FROM run",
                    "SELECT 'piece', count(*), sum(length(hash)) FROM piece",
                    "SELECT 'lexicon', count(*), sum(length(packs) + length(words)) FROM lexicon",
                    "SELECT 'listing', count(*), sum(length(lists)) FROM listing",
                    "SELECT 'exchange details', count(*), sum(length(detail)) FROM exchange",
                    "SELECT 'tail', count(*), sum(length(bytes)) FROM tail",
                    "SELECT 'free pages', (SELECT * FROM pragma_freelist_count), (SELECT * FROM pragma_freelist_count) * 16384",
                    "SELECT name, sum(pgsize - unused), sum(pgsize) FROM dbstat GROUP BY name")) {
                try (ResultSet rows = session.statement(sql).executeQuery()) {
                    while (rows.next()) say("  %-28s %9d %12d", rows.getString(1), rows.getLong(2), rows.getLong(3));
                } catch (SQLException e) {
                    say("  (%s)", e.getMessage());
                }
            }
        }
    }

    static String percentiles(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return "p50 %.2f ms, p99 %.2f ms, max %.2f ms"
                .formatted(
                        sorted[sorted.length / 2] / 1e6,
                        sorted[sorted.length * 99 / 100] / 1e6,
                        Arrays.stream(sorted).max().orElse(0) / 1e6);
    }

    static void say(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
