package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.StoreRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.SQLiteErrorCode;

/**
 * The database's layout. Its version is SQLite's {@code user_version}; each step leads from one version to the next in one
 * transaction, so that a file is always of one version. Steps are never changed once released, only added.
 */
final class Schema {
    /** "SgEx": tells our files from other SQLite databases. */
    private static final int APPLICATION = 0x53674578;

    private static final List<List<String>> STEPS = List.of(
            List.of(
                    "CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
                    "CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)",
                    "CREATE TABLE exchange(" + ExchangeRows.DEFINITION + ")",
                    "CREATE INDEX exchange_open ON exchange(id) WHERE open = 1",
                    "CREATE INDEX exchange_session ON exchange(session)",
                    """
                    CREATE TABLE body(exchange INTEGER, part INTEGER, attempt INTEGER, form INTEGER NOT NULL,
                        size INTEGER NOT NULL, crc INTEGER NOT NULL, pack INTEGER NOT NULL, slot INTEGER NOT NULL,
                        recipe BLOB, PRIMARY KEY(exchange, part, attempt)) WITHOUT ROWID""",
                    "CREATE TABLE pack(id INTEGER PRIMARY KEY AUTOINCREMENT, base INTEGER NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL)",
                    "CREATE TABLE run(id INTEGER PRIMARY KEY AUTOINCREMENT, items BLOB NOT NULL)",
                    "CREATE TABLE piece(hash BLOB PRIMARY KEY, ref INTEGER NOT NULL) WITHOUT ROWID",
                    """
                    CREATE TABLE tail(id INTEGER PRIMARY KEY, exchange INTEGER NOT NULL, part INTEGER NOT NULL,
                        attempt INTEGER NOT NULL, marks BLOB NOT NULL, bytes BLOB NOT NULL)""",
                    "CREATE INDEX tail_exchange ON tail(exchange)"),
            List.of("CREATE TABLE sieve(last INTEGER PRIMARY KEY, count INTEGER NOT NULL, entries BLOB NOT NULL)"),
            ExchangeRows.PROMPT.stream()
                    .map(column -> "ALTER TABLE exchange ADD COLUMN " + column)
                    .toList(),
            // Until here sieves had bits for three letters in a row.
            List.of("ALTER TABLE sieve ADD COLUMN letters INTEGER NOT NULL DEFAULT 3"),
            // Until here no checksum told whose bytes they are.
            List.of("ALTER TABLE tail ADD COLUMN crc INTEGER"),
            // Words took the place of the sieves; what is in older packs is told bit by bit.
            List.of(
                    "DROP TABLE sieve",
                    "CREATE TABLE lexicon(id INTEGER PRIMARY KEY, units INTEGER NOT NULL, packs BLOB NOT NULL, words BLOB NOT NULL)",
                    "CREATE TABLE listing(id INTEGER PRIMARY KEY, lexicon INTEGER NOT NULL, lists BLOB NOT NULL)"));

    static final int VERSION = STEPS.size();
    /** No Sightglass will get that far: a higher version is a damaged number. */
    private static final int LATEST_EVER = 1_000;

    private static final String OUR_TABLES =
            "SELECT count(*) FROM sqlite_schema WHERE name IN ('exchange', 'pack', 'body')";

    private Schema() {}

    /** Brings a database to this version. Refuses one of a later version, which stays as it is. */
    static void bringUp(Session session, Path file) throws SQLException {
        int version = check(session, file);
        if (version == VERSION) {
            lookAtColumns(session);
            return;
        }
        if (version == 0) {
            for (int step = 0; step < VERSION; step++) take(session, step);
            return;
        }
        Path copy = backUp(session, file, version);
        for (int step = version; step < VERSION; step++) take(session, step);
        verify(session, copy);
    }

    /** A flipped bit in the text of the schema makes another column's name of one: that shows now, not when it is read. */
    private static void lookAtColumns(Session session) throws SQLException {
        for (String query : List.of(
                "SELECT " + ExchangeRows.NAMES + ", detail FROM exchange",
                "SELECT exchange, part, attempt, form, size, crc, pack, slot, recipe FROM body",
                "SELECT id, base, size, data FROM pack",
                "SELECT id, items FROM run",
                "SELECT hash, ref FROM piece",
                "SELECT id, exchange, part, attempt, marks, bytes, crc FROM tail",
                "SELECT id, units, packs, words FROM lexicon",
                "SELECT id, lexicon, lists FROM listing",
                "SELECT id, text FROM word",
                "SELECT name, value FROM meta")) session.run(query + " LIMIT 0");
    }

    /** The version of a database, 0 when empty; refuses what this program cannot read. */
    static int check(Session session, Path file) throws SQLException {
        boolean marked = session.number("PRAGMA application_id") == APPLICATION;
        boolean empty = session.number("PRAGMA schema_version") == 0;
        boolean ours = session.number(OUR_TABLES) == 3;
        if (!marked && !empty && !ours)
            throw new StoreRefused(
                    StoreRefused.Cause.FOREIGN,
                    file + " is a database of another program. Choose another folder with --data-dir.");
        int version = (int) session.number("PRAGMA user_version");
        if (ours && (!marked || version < 1 || version > LATEST_EVER))
            throw new SQLException("the file's header is damaged", null, SQLiteErrorCode.SQLITE_CORRUPT.code);
        if (version > VERSION)
            throw new StoreRefused(
                    StoreRefused.Cause.FOREIGN,
                    file + " was written by a newer Sightglass (store version " + version
                            + "; this one knows up to " + VERSION
                            + "). Update Sightglass, or choose another folder with --data-dir. The file was not changed.");
        return version;
    }

    /** Takes one step, whole or not at all. */
    static void take(Session session, int step) throws SQLException {
        session.begin();
        try {
            for (String sql : STEPS.get(step)) session.run(sql);
            session.run("PRAGMA application_id=" + APPLICATION);
            session.run("PRAGMA user_version=" + (step + 1));
            session.commit();
        } catch (SQLException | RuntimeException e) {
            session.rollback();
            throw e;
        }
    }

    /** A copy that stays until the new version is seen to be sound. */
    private static Path backUp(Session session, Path file, int version) throws SQLException {
        Path copy = file.resolveSibling(file.getFileName() + ".version-" + version);
        try {
            Files.deleteIfExists(copy);
            StoreFolder.createPrivate(copy);
        } catch (IOException e) {
            throw new StoreRefused(
                    StoreRefused.Cause.UNUSABLE,
                    "No copy of " + file + " could be made before changing it: " + e.getMessage(),
                    e);
        }
        session.run("VACUUM INTO '" + copy.toString().replace("'", "''") + "'");
        return copy;
    }

    private static void verify(Session session, Path copy) throws SQLException {
        try (ResultSet rows = session.statement("PRAGMA quick_check").executeQuery()) {
            if (!rows.next() || !rows.getString(1).equals("ok"))
                throw new StoreRefused(
                        StoreRefused.Cause.UNUSABLE,
                        "The store did not stand the change to version " + VERSION + "; as it was before: " + copy);
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new StoreRefused(
                    StoreRefused.Cause.UNUSABLE, "The copy " + copy + " could not be deleted: " + e.getMessage(), e);
        }
    }
}
