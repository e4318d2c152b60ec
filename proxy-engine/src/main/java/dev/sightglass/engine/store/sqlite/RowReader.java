package dev.sightglass.engine.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of {@link ExchangeRows#NAMES} one after the other, row after row. All numbers of a row are fetched by one
 * small loop: asking for each where it is used took the compiler 15 MB of memory and longer than the reading.
 */
final class RowReader {
    /** Stands for null among numbers; as a number it comes once in 10^19 fingerprints. */
    static final long NULL = Long.MIN_VALUE;

    private static final boolean[] IS_TEXT = ExchangeRows.textColumns();

    private final Session session;
    private final Words words;
    private final ResultSet row;
    private final long[] numbers = new long[IS_TEXT.length];
    private final RowPart part;
    private int column;

    RowReader(Session session, Words words, ResultSet row) {
        this.session = session;
        this.words = words;
        this.row = row;
        this.part = new RowPart(session, words);
    }

    /** Goes to the next row; false when there is none. */
    boolean next() throws SQLException {
        column = 0;
        if (!row.next()) return false;
        for (int i = 0; i < numbers.length; i++) if (!IS_TEXT[i]) numbers[i] = fetch(i + 1);
        return true;
    }

    /** What is not 0 need not be asked whether it is null. */
    private long fetch(int place) throws SQLException {
        long value = row.getLong(place);
        return value == 0 && row.wasNull() ? NULL : value;
    }

    /** Takes the next columns to what {@link #shared} will be made of. */
    RowReader gather(int columns) {
        for (int i = 0; i < columns; i++) part.add(numbers[column++]);
        return this;
    }

    /** What is made of the gathered columns, an object that other rows have, too. */
    <T> T shared(Shared.Maker<T> maker) throws SQLException {
        T made = words.shared().of(part, maker);
        part.clear();
        return made;
    }

    /** 0 when there is none. */
    long number() {
        long value = numbers[column++];
        return value == NULL ? 0 : value;
    }

    int integer() {
        return (int) number();
    }

    @Nullable
    Long numberOrNull() {
        long value = numbers[column++];
        return value == NULL ? null : value;
    }

    boolean flag() {
        return number() != 0;
    }

    @Nullable
    String wordOrNull() throws SQLException {
        long value = numbers[column++];
        return value == NULL ? null : words.text(session, value);
    }

    /** A word that is always there; empty when the row was damaged. */
    String word() throws SQLException {
        return Objects.requireNonNullElse(wordOrNull(), "");
    }

    @Nullable
    String textOrNull() throws SQLException {
        return row.getString(++column);
    }

    /** A text that other rows may have, too. */
    @Nullable
    String sharedTextOrNull() throws SQLException {
        String text = textOrNull();
        return text == null ? null : words.shared().text(text);
    }

    String text() throws SQLException {
        return Objects.requireNonNullElse(textOrNull(), "");
    }
}
