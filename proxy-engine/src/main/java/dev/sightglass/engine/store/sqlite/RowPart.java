package dev.sightglass.engine.store.sqlite;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The numbers of some columns of a row, read one after the other; most are numbers of words. For one thread at a time. */
final class RowPart {
    private static final int MOST = 16;

    private final Session session;
    private final Words words;
    private final long[] numbers = new long[MOST];
    private int count;
    private int next;

    RowPart(Session session, Words words) {
        this.session = session;
        this.words = words;
    }

    void clear() {
        count = 0;
        next = 0;
    }

    /** @param value {@link RowReader#NULL} when there is none */
    void add(long value) {
        numbers[count++] = value;
    }

    long[] numbers() {
        return Arrays.copyOf(numbers, count);
    }

    boolean isOf(long[] others) {
        return Arrays.equals(numbers, 0, count, others, 0, others.length);
    }

    int hash() {
        long hash = count;
        for (int i = 0; i < count; i++) hash = hash * 0x9E3779B97F4A7C15L + numbers[i];
        return Long.hashCode(hash);
    }

    /** True when nothing but null is left to be read. */
    boolean isEmpty() {
        for (int i = next; i < count; i++) if (numbers[i] != RowReader.NULL) return false;
        return true;
    }

    /** 0 when there is none. */
    long number() {
        long value = numbers[next++];
        return value == RowReader.NULL ? 0 : value;
    }

    int integer() {
        return (int) number();
    }

    @Nullable
    Integer integerOrNull() {
        long value = numbers[next++];
        return value == RowReader.NULL ? null : (int) value;
    }

    boolean flag() {
        return number() != 0;
    }

    @Nullable
    String wordOrNull() throws SQLException {
        long value = numbers[next++];
        return value == RowReader.NULL ? null : words.text(session, value);
    }

    /** A word that is always there; empty when the row was damaged. */
    String word() throws SQLException {
        return Objects.requireNonNullElse(wordOrNull(), "");
    }
}
