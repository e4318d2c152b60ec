package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.StoreRefused;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Tells a damaged file from other troubles, and says each in a person's words. */
final class Damage {
    private Damage() {}

    static boolean isDamage(SQLException e) {
        int code = e.getErrorCode() & 0xFF;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /**
     * What is in the file contradicts itself: a number is given that is there already. In a sound file that never comes, and
     * SQLite's check does not see it.
     */
    static boolean isContradiction(SQLException e) {
        return (e.getErrorCode() & 0xFF) == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
    }

    /** The same on opening, where a file that SQLite takes for sound may also lack what it must have. */
    static boolean isDamageOnOpening(Exception e) {
        if (e instanceof SQLException sql)
            return isDamage(sql) || isContradiction(sql) || sql.getErrorCode() == SQLiteErrorCode.SQLITE_ERROR.code;
        return !(e instanceof StoreRefused);
    }

    /** Reads the whole file's structure: some seconds for a gigabyte. */
    static boolean isSound(Path file) {
        try (Session session = Session.reading(file);
                ResultSet rows = session.statement("PRAGMA quick_check(1)").executeQuery()) {
            return rows.next() && "ok".equals(rows.getString(1));
        } catch (SQLException e) {
            return !isDamage(e);
        }
    }

    static String explain(Throwable e) {
        if (!(e instanceof SQLException sql)) return e.getClass().getSimpleName() + ": " + e.getMessage();
        int code = sql.getErrorCode() & 0xFF;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) return "the disk is full";
        if (code == SQLiteErrorCode.SQLITE_IOERR.code) return "the disk reports an error";
        if (code == SQLiteErrorCode.SQLITE_READONLY.code) return "the store's file cannot be written";
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code) return "the store's file cannot be opened";
        return String.valueOf(sql.getMessage());
    }
}
