package dev.sightglass.engine.store.fallback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.settings.CaptureSettings;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.StoreHealth;
import dev.sightglass.engine.store.StoreListener;
import dev.sightglass.engine.store.StoreRefused;
import dev.sightglass.engine.store.sqlite.SampleExchanges;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FallbackStoreTest {
    private static final Duration SOON = Duration.ofMillis(20);

    @TempDir
    Path temp;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = temp.resolve("data");
    }

    private ExchangeStore open() {
        return ExchangeStores.open(StoreOptions.writing(folder), CaptureSettings.DEFAULT, SOON);
    }

    /** Something else is where the folder should be, so that it cannot be made. */
    private void barTheFolder() throws IOException {
        Files.writeString(folder, "in the way");
    }

    private static BodyRef answer(ExchangeId id) {
        return new BodyRef(id, BodyPart.DOWNSTREAM_RESPONSE, 0);
    }

    private static void append(ExchangeStore store, ExchangeId id, String text) {
        store.append(answer(id), 1_000_000, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Exchange exchange(ExchangeId id, Outcome outcome, Body answer) {
        return SampleExchanges.exchange(id, outcome, answer, SampleExchanges.STARTED);
    }

    private static ExchangeId record(ExchangeStore store, String text) {
        ExchangeId id = store.nextId();
        store.save(exchange(id, Outcome.IN_FLIGHT, new Body.Arriving(0)));
        append(store, id, text);
        store.finishBody(answer(id));
        store.save(exchange(id, Outcome.SUCCEEDED, new Body.Captured(text.length())));
        return id;
    }

    @Test
    void aFolderThatCannotBeMadeLeavesTheTrafficInMemoryAndSaysSo() throws IOException {
        barTheFolder();
        try (ExchangeStore store = open()) {
            ExchangeId id = record(store, "hello");
            assertThat(store.body(answer(id)).bytes()).asString().isEqualTo("hello");
            assertThat(store.health())
                    .isInstanceOfSatisfying(
                            StoreHealth.InMemory.class,
                            health -> assertThat(health.reason()).contains(folder.toString()));
            assertThat(store.notices()).anyMatch(n -> n.contains("in memory only"));
        }
        assertThat(folder).hasContent("in the way");
    }

    @Test
    void whatWasInMemoryMovesToTheFolderOnceItCanBeUsed() throws IOException {
        barTheFolder();
        Notices told = new Notices();
        ExchangeId whole;
        ExchangeId running;
        try (ExchangeStore store = open()) {
            store.listen(told);
            whole = record(store, "hello");
            running = store.nextId();
            store.save(exchange(running, Outcome.IN_FLIGHT, new Body.Arriving(0)));
            append(store, running, "first ");
            Files.delete(folder);
            await().until(() -> store.health() instanceof StoreHealth.Recording);
            append(store, running, "second");
            store.finishBody(answer(running));
            store.save(exchange(running, Outcome.SUCCEEDED, new Body.Captured(12)));
            assertThat(store.nextId()).isGreaterThan(running);
            await().untilAsserted(() -> assertThat(told.notices).anyMatch(n -> n.contains("2 exchanges")));
            assertThat(told.saved).contains(running);
        }
        try (ExchangeStore store = SqliteExchangeStore.open(StoreOptions.reading(folder))) {
            assertThat(store.newest(10, null)).extracting(ExchangeSummary::id).containsExactly(running, whole);
            assertThat(store.body(answer(whole)).bytes()).asString().isEqualTo("hello");
            assertThat(store.body(answer(running)).bytes()).asString().isEqualTo("first second");
        }
    }

    @Test
    void numbersGoOnAfterThoseOfAFolderThatCannotBeUsedYet() throws IOException {
        ExchangeId last;
        try (ExchangeStore store = open()) {
            record(store, "one");
            last = record(store, "two");
        }
        Files.delete(folder.resolve("store.lock"));
        Files.createDirectory(folder.resolve("store.lock"));
        try (ExchangeStore store = open()) {
            assertThat(store.health()).isInstanceOf(StoreHealth.InMemory.class);
            ExchangeId next = record(store, "three");
            assertThat(next.number()).isEqualTo(last.number() + 1);
            Files.delete(folder.resolve("store.lock"));
            await().until(() -> store.health() instanceof StoreHealth.Recording);
            assertThat(store.size()).isEqualTo(3);
            assertThat(store.body(answer(last)).bytes()).asString().isEqualTo("two");
        }
    }

    @Test
    void aFileOfAnotherProgramStaysAsItIsAndTrafficGoesOn() throws Exception {
        Files.createDirectories(folder);
        Path file = folder.resolve("exchanges.db");
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bookmark(id INTEGER)");
        }
        byte[] before = Files.readAllBytes(file);
        try (ExchangeStore store = open()) {
            record(store, "hello");
            assertThat(store.health()).isInstanceOf(StoreHealth.InMemory.class);
            assertThat(store.notices()).anyMatch(n -> n.contains("another program"));
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aSecondRecorderOnTheSameFolderIsRefused() {
        try (ExchangeStore first = open()) {
            assertThat(first.health()).isInstanceOf(StoreHealth.Recording.class);
            assertThatThrownBy(this::open).isInstanceOf(StoreRefused.class).hasMessageContaining("in use by process");
        }
    }

    private static final class Notices implements StoreListener {
        final List<String> notices = new CopyOnWriteArrayList<>();
        final List<ExchangeId> saved = new CopyOnWriteArrayList<>();

        @Override
        public void saved(ExchangeSummary summary) {
            saved.add(summary.id());
        }

        @Override
        public void removed(Collection<ExchangeId> ids) {
            saved.removeAll(ids);
        }

        @Override
        public void notice(String notice) {
            notices.add(notice);
        }
    }
}
