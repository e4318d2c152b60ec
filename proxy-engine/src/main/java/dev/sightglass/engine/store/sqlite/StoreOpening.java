package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.StoreRefused;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;

/** Finds out whether a store may be opened, and for what. */
final class StoreOpening {
    private StoreOpening() {}

    /** Opens the store, or refuses with a message for a person. */
    static SqliteExchangeStore open(StoreOptions options) {
        StoreFolder folder = new StoreFolder(options.folder());
        if (options.access() == StoreOptions.Access.READ) checkThere(folder); // before anything is made
        folder.prepare();
        boolean free = folder.lock();
        boolean writing = free && options.access() != StoreOptions.Access.READ;
        if (!writing) folder.close();
        try {
            if (!free && options.access() == StoreOptions.Access.WRITE)
                throw new StoreRefused(
                        StoreRefused.Cause.IN_USE,
                        "The data folder " + folder.folder() + " is in use by " + folder.owner()
                                + ". Close that one, or choose another folder with --data-dir.");
            if (!writing) checkReadable(folder);
            return new SqliteExchangeStore(folder, writing, free && !writing, options);
        } catch (UncheckedIOException e) {
            folder.close();
            throw new StoreRefused(StoreRefused.Cause.UNUSABLE, folder.folder() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void checkThere(StoreFolder folder) {
        if (!Files.exists(folder.database()))
            throw new StoreRefused(
                    StoreRefused.Cause.UNUSABLE,
                    "There is no store in " + folder.folder()
                            + " yet. Record something first, or name another folder with --data-dir.");
    }

    private static void checkReadable(StoreFolder folder) {
        checkThere(folder);
        try (Session session = Session.reading(folder.database())) {
            int version = Schema.check(session, folder.database());
            if (version < Schema.VERSION)
                throw new StoreRefused(
                        StoreRefused.Cause.UNUSABLE,
                        folder.database() + " is of store version " + version + ", this Sightglass reads "
                                + Schema.VERSION + ". Start the app or `serve` once to bring it up to date.");
        } catch (SQLException e) {
            throw new StoreRefused(
                    StoreRefused.Cause.UNUSABLE, folder.database() + " cannot be read: " + Damage.explain(e), e);
        }
    }
}
