package dev.sightglass.engine.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** One connection with its prepared statements. For one thread at a time. */
final class Session implements AutoCloseable {
    /** Large pages hold several compressed pieces each; with the usual 4 KB most of each page stayed empty. */
    static final int PAGE = 16 * 1024;

    private static final int WAL_LIMIT = 64 << 20;

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Zstd zstd = new Zstd();

    private Session(Connection connection) {
        this.connection = connection;
    }

    /** For the one writer. FULL: a commit survives a power cut; it is on the writing thread only, once a batch. */
    static Session writing(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setPageSize(PAGE);
        config.setBusyTimeout(5_000);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setJournalSizeLimit(WAL_LIMIT);
        Session session = new Session(config.createConnection("jdbc:sqlite:" + file));
        try {
            if (session.number("PRAGMA page_count") == 0) session.run("PRAGMA auto_vacuum=INCREMENTAL");
            session.run("PRAGMA journal_mode=WAL");
            session.run("PRAGMA wal_autocheckpoint=512");
            session.run("PRAGMA trusted_schema=OFF");
        } catch (SQLException | RuntimeException e) {
            session.close();
            throw e;
        }
        return session;
    }

    /** Reads only. */
    static Session reading(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5_000);
        config.resetOpenMode(SQLiteOpenMode.CREATE); // a reader that comes while the file is replaced must not make one
        Session session = new Session(config.createConnection("jdbc:sqlite:" + file));
        session.run("PRAGMA query_only=ON");
        return session;
    }

    /** A statement, prepared once; closing it is not the caller's business, closing its results is. */
    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) return known;
        PreparedStatement prepared = connection.prepareStatement(sql);
        statements.put(sql, prepared);
        return prepared;
    }

    /** Runs a change with numbers for its places; returns how many rows it changed. */
    int change(String sql, long... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (int i = 0; i < values.length; i++) statement.setLong(i + 1, values[i]);
        return statement.executeUpdate();
    }

    /** The first column of the first row; 0 when there is none. */
    long number(String sql, long... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (int i = 0; i < values.length; i++) statement.setLong(i + 1, values[i]);
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** Runs a statement that is not worth keeping prepared. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Answers a question while the database does not change before its eyes. */
    <T> T unchanging(Readers.Answer<T> answer) throws SQLException {
        run("BEGIN");
        try {
            return answer.give();
        } finally {
            run("ROLLBACK");
        }
    }

    Zstd zstd() {
        return zstd;
    }

    void begin() throws SQLException {
        run("BEGIN IMMEDIATE");
    }

    void commit() throws SQLException {
        run("COMMIT");
    }

    /**
     * Ends a failed transaction; SQLite may have ended it already. The driver closes a statement that failed without saying so:
     * all are prepared anew.
     */
    void rollback() throws SQLException {
        for (PreparedStatement statement : statements.values()) statement.close();
        statements.clear();
        try {
            run("ROLLBACK");
        } catch (SQLException _) {
            // There is no transaction any more: that is what was wanted.
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) statement.close();
        zstd.close();
        connection.close();
    }
}
