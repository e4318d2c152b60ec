package dev.sightglass.engine.store.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads packs. A pack may be compressed against another, its base: the first request of a conversation has most of the words
 * that later ones use.
 */
final class Packs {
    private static final int CACHE_BYTES = 8 << 20;
    private volatile int generation;
    /** The file may have packs already that do not fit what is remembered. */
    private volatile boolean changing;
    /** A base has a base at most this often, so that reading one pack reads few. */
    static final int DEEPEST = 3;

    /** Made when the first pack is read: its many classes would hold up the first screen, which reads none. */
    private volatile @Nullable Cache<Long, Pack> cache;

    synchronized void forget() {
        generation++;
        Cache<Long, Pack> made = cache;
        if (made != null) made.invalidateAll();
    }

    private Cache<Long, Pack> cache() {
        Cache<Long, Pack> made = cache;
        return made == null ? make() : made;
    }

    private synchronized Cache<Long, Pack> make() {
        Cache<Long, Pack> made = cache;
        if (made != null) return made;
        Cache<Long, Pack> fresh = Caffeine.newBuilder()
                .maximumWeight(CACHE_BYTES)
                .weigher((Long _, Pack pack) -> pack.raw().length + 100)
                .build();
        cache = fresh;
        return fresh;
    }

    /** Runs what changes packs that are there, and forgets what is known of them. */
    void change(Change change) throws SQLException {
        changing = true;
        try {
            change.make();
        } finally {
            forget();
            changing = false;
        }
    }

    /** What changes packs. */
    interface Change {
        void make() throws SQLException;
    }

    int generation() {
        return generation;
    }

    /** True when what was read since that generation may have been put together of old packs and new ones. */
    boolean changedSince(int then) {
        return changing || generation != then;
    }

    /** Keeps at hand what was read since {@code born}, unless packs have changed meanwhile. */
    private synchronized void keep(Pack pack, int born) {
        if (born == generation) cache().put(pack.id(), pack);
    }

    /** A pack; an exception tells that it is missing or damaged. */
    Pack get(Session session, long id) throws SQLException {
        Pack known = cache().getIfPresent(id);
        if (known != null) return known;
        int born = generation;
        Pack pack = read(session, id, 0);
        keep(pack, born);
        return pack;
    }

    /**
     * The same without keeping it at hand, for one reading of everything; null when it is missing. The roots of conversations
     * are kept.
     *
     * @param neighbour the pack before, when it is known: likely the base
     */
    @Nullable
    Pack glance(Session session, long id, @Nullable Pack neighbour) throws SQLException {
        Pack known = cache().getIfPresent(id);
        return known == null ? readIfThere(session, id, 0, neighbour) : known;
    }

    private Pack read(Session session, long id, int depth) throws SQLException {
        Pack pack = readIfThere(session, id, depth, null);
        if (pack == null) throw new IllegalArgumentException("pack " + id + " is missing");
        return pack;
    }

    private @Nullable Pack readIfThere(Session session, long id, int depth, @Nullable Pack neighbour)
            throws SQLException {
        long base;
        int size;
        byte[] data;
        PreparedStatement query = session.statement("SELECT base, size, data FROM pack WHERE id = ?");
        query.setLong(1, id);
        try (ResultSet rows = query.executeQuery()) {
            if (!rows.next()) return null;
            base = rows.getLong(1);
            size = rows.getInt(2);
            data = rows.getBytes(3);
        }
        if (base >= id || depth > DEEPEST) throw new IllegalArgumentException("pack " + id + " has a damaged base");
        return Pack.decode(id, unpack(session, id, base, data, size, depth, neighbour));
    }

    /** The upstream's request has the client's, packed right before it, for a base that no other pack has. */
    private byte[] unpack(
            Session session, long id, long base, byte[] data, int size, int depth, @Nullable Pack neighbour)
            throws SQLException {
        if (base == 0 || base != id - 1)
            return session.zstd().unpack(data, size, base, () -> dictionary(session, base, depth + 1));
        Pack known = neighbour != null && neighbour.id() == base ? neighbour : cache().getIfPresent(base);
        Pack pack = known != null ? known : read(session, base, depth + 1);
        return session.zstd().unpackOnce(data, size, dictionary(pack));
    }

    /** What a pack with this base (0 for none) is compressed against. */
    byte[] dictionary(Session session, long base) throws SQLException {
        return dictionary(session, base, 0);
    }

    private byte[] dictionary(Session session, long base, int depth) throws SQLException {
        if (base == 0) return Zstd.SHAPES;
        Pack known = cache().getIfPresent(base);
        if (known == null) {
            int born = generation;
            known = read(session, base, depth);
            keep(known, born);
        }
        return dictionary(known);
    }

    private static byte[] dictionary(Pack base) {
        byte[] dictionary = Arrays.copyOf(Zstd.SHAPES, Zstd.SHAPES.length + base.raw().length);
        System.arraycopy(base.raw(), 0, dictionary, Zstd.SHAPES.length, base.raw().length);
        return dictionary;
    }
}
