package dev.sightglass.engine.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** Texts that come again and again (models, sessions, clients), kept once and named by a number. */
final class Words {
    private static final int MOST = 20_000;
    private static final int SLOTS = 1 << 15;

    private final Shared shared = new Shared();
    /** Each in the slot of its number, where a later one may displace it. */
    private volatile AtomicReferenceArray<Word> texts = new AtomicReferenceArray<>(SLOTS);

    private final Map<String, Long> numbers = new ConcurrentHashMap<>();

    private record Word(long number, String text) {}

    /** What rows are made of besides words. */
    Shared shared() {
        return shared;
    }

    /** Forgets what it knows: after a failed transaction the numbers may be wrong. */
    void forget() {
        numbers.clear();
        texts = new AtomicReferenceArray<>(SLOTS);
        shared.forget();
    }

    /** The number of a text, given now when it is new. On the writing thread only. */
    long number(Session session, String text) throws SQLException {
        Long known = numbers.get(text);
        if (known != null) return known;
        if (numbers.size() > MOST) numbers.clear();
        PreparedStatement insert = session.statement("INSERT INTO word(text) VALUES(?) ON CONFLICT(text) DO NOTHING");
        insert.setString(1, text);
        insert.executeUpdate();
        PreparedStatement query = session.statement("SELECT id FROM word WHERE text = ?");
        query.setString(1, text);
        try (ResultSet rows = query.executeQuery()) {
            if (!rows.next()) throw lost();
            long number = rows.getLong(1);
            numbers.put(text, number);
            return number;
        }
    }

    private static SQLException lost() {
        return new SQLException("a word just written is not there", null, SQLiteErrorCode.SQLITE_CORRUPT.code);
    }

    /** The text of a number, or null when no such word is known. */
    @Nullable
    String text(Session session, long number) throws SQLException {
        AtomicReferenceArray<Word> slots = texts;
        int slot = (int) number & SLOTS - 1;
        Word known = slots.get(slot);
        if (known != null && known.number == number) return known.text;
        PreparedStatement query = session.statement("SELECT text FROM word WHERE id = ?");
        query.setLong(1, number);
        try (ResultSet rows = query.executeQuery()) {
            if (!rows.next()) return null;
            String text = rows.getString(1);
            slots.set(slot, new Word(number, text));
            return text;
        }
    }
}
