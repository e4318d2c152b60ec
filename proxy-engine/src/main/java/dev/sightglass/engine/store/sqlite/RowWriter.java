package dev.sightglass.engine.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Fills the places of a statement one after the other. */
final class RowWriter {
    private final Session session;
    private final Words words;
    private final PreparedStatement statement;
    private int place;

    RowWriter(Session session, Words words, PreparedStatement statement) {
        this.session = session;
        this.words = words;
        this.statement = statement;
    }

    RowWriter number(long value) throws SQLException {
        statement.setLong(++place, value);
        return this;
    }

    RowWriter number(@Nullable Number value) throws SQLException {
        if (value == null) statement.setNull(++place, Types.INTEGER);
        else statement.setLong(++place, value.longValue());
        return this;
    }

    RowWriter flag(boolean value) throws SQLException {
        return number(value ? 1L : 0L);
    }

    RowWriter word(@Nullable String value) throws SQLException {
        if (value == null) statement.setNull(++place, Types.INTEGER);
        else statement.setLong(++place, words.number(session, value));
        return this;
    }

    RowWriter text(@Nullable String value) throws SQLException {
        statement.setString(++place, value);
        return this;
    }

    RowWriter bytes(byte @Nullable [] value) throws SQLException {
        statement.setBytes(++place, value);
        return this;
    }
}
