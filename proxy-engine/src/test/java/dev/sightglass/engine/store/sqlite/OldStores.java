package dev.sightglass.engine.store.sqlite;

import java.sql.SQLException;

/** Takes a store back to an earlier version. */
final class OldStores {
    private OldStores() {}

    /** To version 5, which had sieves in the place of lexicons; they are not read any more, so they are empty. */
    static void takeBackToSieves(Session session) throws SQLException {
        session.run("DROP TABLE lexicon");
        session.run("DROP TABLE listing");
        session.run("CREATE TABLE sieve(last INTEGER PRIMARY KEY, count INTEGER NOT NULL, entries BLOB NOT NULL,"
                + " letters INTEGER NOT NULL DEFAULT 3)");
        session.run("PRAGMA user_version=5");
    }
}
