package dev.sightglass.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Base of the tests of the commands: each has a data folder of its own, in which nothing is yet. */
abstract class CommandTest {
    /** One for all tests: the native libraries that the first store unpacks are loaded from it later. */
    @TempDir
    static Path root;

    protected Path folder;
    protected CommandRun run;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createTempDirectory(root, "data");
        run = new CommandRun(Map.of());
    }

    protected ExchangeStore store() {
        ExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(folder));
        assertThat(store.find(new ExchangeId(1))).isEmpty();
        return store;
    }
}
