package dev.sightglass.app.cli;

import dev.sightglass.engine.export.json.RecordFile;
import dev.sightglass.engine.settings.CaptureSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the stores that commands work on, and tells people what the opening brought to light. */
final class Stores {
    private final Console console;

    Stores(Console console) {
        this.console = console;
    }

    /** The data folder's store for recording; refused when another process records there. */
    ExchangeStore writing(Path folder) {
        return told(SqliteExchangeStore.open(StoreOptions.writing(folder)));
    }

    /** The data folder's store for looking at it, also while another process records. */
    ExchangeStore reading(Path folder) {
        return told(SqliteExchangeStore.open(StoreOptions.reading(folder)));
    }

    /** An exported file as a store. */
    ExchangeStore file(Path file) throws CliFailure {
        if (!Files.exists(file)) throw new CliFailure("There is no file " + file + ".");
        ExchangeStore store = new MemoryExchangeStore(new CaptureSettings(true, Long.MAX_VALUE, Long.MAX_VALUE));
        try {
            RecordFile.read(file, store);
            return store;
        } catch (IOException e) {
            throw new CliFailure(file + " is no file of exported exchanges: " + e.getMessage());
        }
    }

    private ExchangeStore told(ExchangeStore store) {
        store.notices().forEach(notice -> console.err().println("sightglass: " + notice));
        return store;
    }
}
