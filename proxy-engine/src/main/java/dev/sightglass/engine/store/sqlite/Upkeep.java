package dev.sightglass.engine.store.sqlite;

import java.sql.SQLException;

/** What is done to the store beside writing what comes: a little at a time, on the writing thread, between transactions. */
final class Upkeep {
    private static final long REWRITE_NANOS = 3_000_000_000L;
    /** By then the first rows are shown. */
    private static final long TELL_AFTER_NANOS = 1_000_000_000L;

    private final Database database;
    private final StoreFolder folder;
    private final Readers readers;
    private final Retention retention;
    private final long born = System.nanoTime();

    Upkeep(Database database, StoreFolder folder, Readers readers, Retention retention) {
        this.database = database;
        this.folder = folder;
        this.readers = readers;
        this.retention = retention;
    }

    /** Deletes what is too old, then does one step of what takes long; true when there is more to do. */
    boolean step() {
        prune();
        boolean more = rewrite();
        return tell() || more;
    }

    private void prune() {
        try {
            retention.pruneWhenDue(database);
        } catch (SQLException | RuntimeException e) {
            folder.tell("Old exchanges could not be deleted: " + Damage.explain(e));
        }
    }

    /** One pack, so that writing what comes never waits long. */
    private boolean rewrite() {
        try {
            return database.rewriteNext(readers);
        } catch (SQLException | RuntimeException e) {
            folder.tell("Deleted text could not be taken out of the store yet: " + Damage.explain(e));
            return false;
        }
    }

    /** After all else, and not while the window opens. */
    private boolean tell() {
        try {
            return System.nanoTime() - born < TELL_AFTER_NANOS || database.tellNext();
        } catch (SQLException | RuntimeException e) {
            folder.tell("Searches stay slower for now: the words of older exchanges could not be noted: "
                    + Damage.explain(e));
            return false;
        }
    }

    /** On closing: what is left after some seconds is done by the next opening. */
    void end() {
        long end = System.nanoTime() + REWRITE_NANOS;
        while (database.rewriter().hasWork() && System.nanoTime() < end) rewrite();
        try {
            database.tellRest();
        } catch (SQLException | RuntimeException _) {
            // Nothing is lost: the next opening tells it.
        }
    }
}
