package dev.sightglass.engine.store.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sightglass.engine.store.form.ByteSink;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads packs. A pack may be compressed against another, its base: the first request of a conversation has most of the words
 * that later ones use.
 */
final class Packs {
    private static final int CACHE_BYTES = 8 << 20;
    /** A base has a base at most this often, so that reading one pack reads few. */
    static final int DEEPEST = 3;

    private final Cache<Long, Pack> cache = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((Long _, Pack pack) -> pack.raw().length + 100)
            .build();

    void forget() {
        cache.invalidateAll();
    }

    /** A pack; an exception tells that it is missing or damaged. */
    Pack get(Session session, long id) throws SQLException {
        Pack known = cache.getIfPresent(id);
        if (known != null) return known;
        Pack pack = read(session, id, 0);
        cache.put(id, pack);
        return pack;
    }

    /** The same without keeping it at hand, for one reading of everything. Bases are kept. */
    Pack glance(Session session, long id) throws SQLException {
        Pack known = cache.getIfPresent(id);
        return known == null ? read(session, id, 0) : known;
    }

    private Pack read(Session session, long id, int depth) throws SQLException {
        long base;
        int size;
        byte[] data;
        PreparedStatement query = session.statement("SELECT base, size, data FROM pack WHERE id = ?");
        query.setLong(1, id);
        try (ResultSet rows = query.executeQuery()) {
            if (!rows.next()) throw new IllegalArgumentException("pack " + id + " is missing");
            base = rows.getLong(1);
            size = rows.getInt(2);
            data = rows.getBytes(3);
        }
        if (base >= id || depth > DEEPEST) throw new IllegalArgumentException("pack " + id + " has a damaged base");
        long key = base;
        return Pack.decode(id, session.zstd().unpack(data, size, key, () -> dictionary(session, key, depth + 1)));
    }

    /** What a pack with this base (0 for none) is compressed against. */
    byte[] dictionary(Session session, long base) throws SQLException {
        return dictionary(session, base, 0);
    }

    private byte[] dictionary(Session session, long base, int depth) throws SQLException {
        if (base == 0) return Zstd.SHAPES;
        Pack known = cache.getIfPresent(base);
        if (known == null) {
            known = read(session, base, depth);
            cache.put(base, known);
        }
        return new ByteSink(Zstd.SHAPES.length + known.raw().length)
                .put(Zstd.SHAPES)
                .put(known.raw())
                .toBytes();
    }
}
