package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that records, at random moments, and compares what it said it had finished with what the store has. */
class CrashTest {
    /**
     * Some commits take place in that time, so that a kill comes at any moment of one. Right after a telling the victim would be
     * between two commits each time.
     */
    private static final long LONGEST_DELAY = 60_000_000;

    @TempDir
    Path folder;

    /** The newest exchange of the runs before: those that they left open stay interrupted. */
    private long newestBefore;

    /** In all stores at their end. */
    private long finishedOnes;

    private long checked;
    private long interrupted;

    @Test
    void nothingFinishedIsLostOverSomeKills() throws Exception {
        killAndCheck(4, 4);
    }

    @Test
    @Tag("bench")
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void nothingFinishedIsLostOverTwoHundredKills() throws Exception {
        int kills = Integer.getInteger("bench.kills", 200);
        killAndCheck(kills, Long.getLong("bench.seed", kills));
        System.out.printf(
                "%d kills: %d finished exchanges, checked %d times, 0 lost, 0 corrupt; interrupted ones looked at %d times%n",
                kills, finishedOnes, checked, interrupted);
    }

    private void killAndCheck(int kills, long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < kills; i++) {
            if (i % 20 == 0) newestBefore = 0;
            Path store = folder.resolve("store-" + i / 20);
            long finished = runAndKill(store, 1 + random.nextInt(25), random.nextLong(LONGEST_DELAY));
            check(store, finished);
            if (i % 20 == 19 || i == kills - 1) finishedOnes += finished;
        }
    }

    /**
     * Lets the victim tell some times what is finished, then kills it after so many nanoseconds more; returns the last number
     * that it told.
     */
    private static long runAndKill(Path store, int tellings, long delay) throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashVictim.class.getName(),
                        store.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long finished = 0;
        try (BufferedReader out = victim.inputReader(StandardCharsets.US_ASCII)) {
            for (int told = 0; told <= tellings; told++) {
                String line = out.readLine();
                assertThat(line).as("the victim's word").isNotNull();
                if (line.startsWith("finished ")) finished = Long.parseLong(line.substring(9));
            }
            LockSupport.parkNanos(delay);
            victim.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null; line = out.readLine())
                if (line.matches("finished \\d+")) finished = Math.max(finished, Long.parseLong(line.substring(9)));
        } finally {
            victim.destroyForcibly();
        }
        assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return finished;
    }

    private void check(Path folder, long finished) throws Exception {
        try (SqliteExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(folder))) {
            assertThat(store.notices()).isEmpty();
            List<ExchangeSummary> all = store.newest(100_000, null);
            assertThat(all).extracting(s -> s.id().number()).containsAll(numbers(finished));
            for (ExchangeSummary summary : all) check(store, summary, finished);
            newestBefore = all.isEmpty() ? 0 : all.getFirst().id().number();
        }
        try (Session session = Session.reading(folder.resolve("exchanges.db"));
                var rows = session.statement("PRAGMA integrity_check").executeQuery()) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("ok");
        }
    }

    private static List<Long> numbers(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private void check(SqliteExchangeStore store, ExchangeSummary summary, long finished) {
        ExchangeId id = summary.id();
        RecordedBody answer = store.body(new BodyRef(id, BodyPart.DOWNSTREAM_RESPONSE, 0));
        String text = new String(answer.bytes(), StandardCharsets.UTF_8);
        boolean wasInterrupted = summary.outcome() instanceof Outcome.Interrupted;
        assertThat(wasInterrupted || summary.outcome() instanceof Outcome.Succeeded)
                .isTrue();
        assertThat(CrashVictim.answer(id)).startsWith(text);
        if (!wasInterrupted) {
            assertThat(text).isEqualTo(CrashVictim.answer(id));
            assertThat(answer.body()).isInstanceOf(Body.Captured.class);
            assertThat(store.body(new BodyRef(id, BodyPart.DOWNSTREAM_REQUEST, 0))
                            .bytes())
                    .asString()
                    .isEqualTo(CrashVictim.request(id));
            checked++;
        } else interrupted++;
        long number = id.number();
        if (number > newestBefore && number <= finished)
            assertThat(wasInterrupted).isFalse();
    }
}
