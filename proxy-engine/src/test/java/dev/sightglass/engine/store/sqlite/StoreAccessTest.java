package dev.sightglass.engine.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.StoreHealth;
import dev.sightglass.engine.store.StoreRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may open a store and read its files. */
class StoreAccessTest {
    @TempDir
    Path folder;

    private SqliteExchangeStore open() {
        return SqliteExchangeStore.open(StoreOptions.writing(folder));
    }

    /** Gives the answer of a finished exchange. */
    private static BodyRef record(SqliteExchangeStore store) {
        ExchangeId id = store.nextId();
        store.save(SampleExchanges.inFlight(id));
        BodyRef answer = new BodyRef(id, BodyPart.UPSTREAM_RESPONSE, 1);
        store.append(answer, 1_000_000, "answer".getBytes(StandardCharsets.UTF_8));
        store.finishBody(answer);
        store.save(SampleExchanges.succeeded(id));
        return answer;
    }

    @Test
    void aSecondWriterIsRefusedAndMayRead() {
        try (SqliteExchangeStore store = open()) {
            BodyRef answer = record(store);
            store.flush();
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreRefused.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
            StoreOptions options = StoreOptions.writing(folder).with(StoreOptions.Access.WRITE_OR_READ);
            try (SqliteExchangeStore reader = SqliteExchangeStore.open(options)) {
                assertThat(reader.health()).isInstanceOf(StoreHealth.ReadOnly.class);
                assertThat(reader.body(answer).bytes()).asString().isEqualTo("answer");
                assertThatThrownBy(() -> reader.save(SampleExchanges.succeeded(answer.exchange())))
                        .hasMessageContaining("reading only");
            }
        }
    }

    @Test
    void readingAnEmptyFolderSaysThatNothingIsThere() {
        assertThatThrownBy(() -> SqliteExchangeStore.open(StoreOptions.reading(folder.resolve("none"))))
                .isInstanceOf(StoreRefused.class)
                .hasMessageContaining("no store");
    }

    @Test
    void filesAreForTheirOwnerOnly() throws Exception {
        Path place = folder.resolve("new folder \u00e9");
        try (SqliteExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(place))) {
            record(store);
            store.flush();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                    .isEqualTo("rwx------");
            try (var files = Files.list(place)) {
                assertThat(files.filter(Files::isRegularFile))
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }
}
