package dev.sightglass.engine.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row one after the other. */
final class RowReader {
    private final Session session;
    private final Words words;
    private final ResultSet row;
    private int column;

    RowReader(Session session, Words words, ResultSet row) {
        this.session = session;
        this.words = words;
        this.row = row;
    }

    /** An equal object that other rows have, too. */
    <T> T shared(T value) {
        return words.shared().same(value);
    }

    <T> @Nullable T sharedOrNull(@Nullable T value) {
        return value == null ? null : shared(value);
    }

    long number() throws SQLException {
        return row.getLong(++column);
    }

    int integer() throws SQLException {
        return row.getInt(++column);
    }

    @Nullable
    Long numberOrNull() throws SQLException {
        long value = row.getLong(++column);
        return row.wasNull() ? null : value;
    }

    @Nullable
    Integer integerOrNull() throws SQLException {
        int value = row.getInt(++column);
        return row.wasNull() ? null : value;
    }

    boolean flag() throws SQLException {
        return row.getLong(++column) != 0;
    }

    @Nullable
    String wordOrNull() throws SQLException {
        long number = row.getLong(++column);
        return row.wasNull() ? null : words.text(session, number);
    }

    /** A word that is always there; empty when the row was damaged. */
    String word() throws SQLException {
        return Objects.requireNonNullElse(wordOrNull(), "");
    }

    @Nullable
    String textOrNull() throws SQLException {
        return row.getString(++column);
    }

    String text() throws SQLException {
        return Objects.requireNonNullElse(textOrNull(), "");
    }
}
