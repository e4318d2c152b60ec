package dev.sightglass.app.cli;

import dev.sightglass.engine.importing.CaptureFile;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.settings.CaptureSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.StoreHealth;
import dev.sightglass.engine.store.StoreListener;
import dev.sightglass.engine.store.fallback.ExchangeStores;
import dev.sightglass.engine.store.memory.MemoryExchangeStore;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Opens the stores that commands work on, and tells people what the opening brought to light. */
final class Stores {
    private final Console console;

    Stores(Console console) {
        this.console = console;
    }

    /**
     * The data folder's store for recording, or one in memory when the folder cannot be used; refused when another process
     * records there.
     */
    ExchangeStore recording(Path folder, CaptureSettings capture) {
        ExchangeStore store = told(ExchangeStores.open(StoreOptions.writing(folder), capture));
        store.listen(new Teller());
        return store;
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
            CaptureFile.read(file, store);
            return store;
        } catch (IOException e) {
            throw new CliFailure(file + " is no file of exported exchanges: " + e.getMessage());
        }
    }

    /** Tells what comes to light while the store is open. */
    private final class Teller implements StoreListener {
        @Override
        public void saved(ExchangeSummary summary) {}

        @Override
        public void removed(Collection<ExchangeId> ids) {}

        @Override
        public void health(StoreHealth health) {
            if (health instanceof StoreHealth.Failing(String reason, long _))
                tell("recording stopped: " + reason + "; traffic goes on");
            else if (health instanceof StoreHealth.Recording(String place)) tell("recording to " + place);
        }

        @Override
        public void notice(String notice) {
            tell(notice);
        }
    }

    private void tell(String notice) {
        console.err().println("sightglass: " + notice);
    }

    private ExchangeStore told(ExchangeStore store) {
        store.notices().forEach(this::tell);
        return store;
    }
}
