package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSink;
import dev.sightglass.engine.store.form.ByteSource;
import dev.sightglass.engine.store.form.NumberLists;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of that name: all words of some packs, and which of these have each. The lists of packs stand in rows of
 * their own, a chunk each, since most searches need few. Each part has a checksum: a search must not trust a damaged one.
 */
final class Lexicon {
    private static final int CHECKSUM = 4;
    /** A lexicon's chunks of lists are numbered from its own number times this on. */
    private static final int CHUNKS = 1 << 16;

    /** The bytes of {@link Zstd#SHAPES} are what packs without a base are compressed against, too. */
    private static final long NO_BASE = 0;

    private final Session session;
    private final long id;
    private final WordUnits units;
    private byte @Nullable [] words;

    private Lexicon(Session session, long id, WordUnits units) {
        this.session = session;
        this.id = id;
        this.units = units;
    }

    /** The numbers of all, newest first. */
    static List<Long> all(Session session) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (ResultSet rows =
                session.statement("SELECT id FROM lexicon ORDER BY id DESC").executeQuery()) {
            while (rows.next()) found.add(rows.getLong(1));
        }
        return found;
    }

    /** Null when it is no more; an IllegalArgumentException tells that it is damaged. */
    static @Nullable Lexicon read(Session session, long id) throws SQLException {
        PreparedStatement query = session.statement("SELECT packs FROM lexicon WHERE id = ?");
        query.setLong(1, id);
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) return null;
            return new Lexicon(session, id, WordUnits.decode(unpack(session, row.getBytes(1))));
        }
    }

    WordUnits units() {
        return units;
    }

    /** As {@link WordMerge.Merged} has them. */
    byte[] words() throws SQLException {
        byte[] known = words;
        if (known != null) return known;
        PreparedStatement query = session.statement("SELECT words FROM lexicon WHERE id = ?");
        query.setLong(1, id);
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) throw new IllegalArgumentException("lexicon " + id + " is missing");
            byte[] unpacked = unpack(session, row.getBytes(1));
            words = unpacked;
            return unpacked;
        }
    }

    /** Reads the lists of units of some words. */
    NumberLists.Reader lists(int chunk) throws SQLException {
        return new NumberLists.Reader(chunk(chunk), units.count());
    }

    private byte[] chunk(int chunk) throws SQLException {
        PreparedStatement query = session.statement("SELECT lists FROM listing WHERE id = ?");
        query.setLong(1, id * CHUNKS + chunk);
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) throw new IllegalArgumentException("lexicon " + id + " lacks lists");
            return check(row.getBytes(1));
        }
    }

    /** All words with their units by new numbers; -1 for a unit that is left out. */
    WordCursor cursor(int[] renumbered) throws SQLException {
        List<byte[]> chunks = new ArrayList<>();
        try (ResultSet rows = range("SELECT lists FROM listing WHERE id >= ? AND id < ? ORDER BY id")) {
            while (rows.next()) chunks.add(check(rows.getBytes(1)));
        }
        return WordCursor.of(words(), chunks, renumbered);
    }

    private ResultSet range(String sql) throws SQLException {
        PreparedStatement query = session.statement(sql);
        query.setLong(1, id * CHUNKS);
        query.setLong(2, (id + 1) * CHUNKS);
        return query.executeQuery();
    }

    /** Inside a transaction. */
    static void delete(Session session, long id) throws SQLException {
        session.change("DELETE FROM listing WHERE id >= ? AND id < ?", id * CHUNKS, (id + 1) * CHUNKS);
        session.change("DELETE FROM lexicon WHERE id = ?", id);
    }

    /** Inside a transaction. */
    static void write(Session session, long id, WordUnits units, WordMerge.Merged merged) throws SQLException {
        PreparedStatement insert = session.statement("INSERT INTO lexicon(id, units, packs, words) VALUES(?, ?, ?, ?)");
        insert.setLong(1, id);
        insert.setInt(2, units.count());
        insert.setBytes(3, pack(session, units.encode()));
        insert.setBytes(4, pack(session, merged.words()));
        insert.executeUpdate();
        PreparedStatement list = session.statement("INSERT INTO listing(id, lexicon, lists) VALUES(?, ?, ?)");
        for (int i = 0; i < merged.lists().size(); i++) {
            list.setLong(1, id * CHUNKS + i);
            list.setLong(2, id);
            list.setBytes(3, seal(merged.lists().get(i)));
            list.executeUpdate();
        }
    }

    private static byte[] pack(Session session, byte[] raw) {
        return seal(new ByteSink(raw.length / 2)
                .number(raw.length)
                .put(session.zstd().pack(raw, NO_BASE, () -> Zstd.SHAPES))
                .toBytes());
    }

    private static byte[] unpack(Session session, byte[] packed) {
        ByteSource source = new ByteSource(check(packed));
        int size = (int) source.number();
        return session.zstd().unpack(source.rest(), size, NO_BASE, () -> Zstd.SHAPES);
    }

    private static byte[] seal(byte[] bytes) {
        int sum = checksum(bytes, bytes.length);
        return new ByteSink(bytes.length + CHECKSUM)
                .put(bytes)
                .put(sum)
                .put(sum >>> 8)
                .put(sum >>> 16)
                .put(sum >>> 24)
                .toBytes();
    }

    private static byte[] check(byte @Nullable [] sealed) {
        int length = sealed == null ? -1 : sealed.length - CHECKSUM;
        if (sealed == null || length < 0) throw new IllegalArgumentException("a lexicon ends too early");
        int sum = 0;
        for (int i = 0; i < CHECKSUM; i++) sum |= (sealed[length + i] & 0xFF) << (8 * i);
        if (sum != checksum(sealed, length)) throw new IllegalArgumentException("a lexicon is damaged");
        return Arrays.copyOf(sealed, length);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
