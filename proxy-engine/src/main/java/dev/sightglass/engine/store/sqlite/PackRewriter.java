package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSink;
import dev.sightglass.engine.store.form.ByteSource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes out of packs what only deleted exchanges had in them, one pack at a time. Places stay, so that nothing that refers to
 * the pack changes; packs that are compressed against it are compressed anew with it. On the writing thread.
 */
final class PackRewriter {
    private final Session session;
    private final Packs packs;
    private final Deque<Long> waiting = new ArrayDeque<>();
    private PackUse use;

    PackRewriter(Session session, Packs packs) throws SQLException {
        this.session = session;
        this.packs = packs;
        this.use = PackUse.noted(session);
    }

    /** True when an earlier run of the program ended before all was taken out: then a sweep is due. */
    boolean isLeftOver() {
        return waiting.isEmpty() && !use.isEmpty();
    }

    /** What a sweep found out, in the place of what was known before. */
    void found(PackUse now) {
        use = now;
        waiting.clear();
        waiting.addAll(now.packs());
    }

    boolean hasWork() {
        return !waiting.isEmpty();
    }

    /** It cannot be done now: the notes stay, for the next sweep. */
    void giveUp() {
        waiting.clear();
        use = PackUse.NONE;
    }

    /** Rewrites the next pack. Inside a transaction. */
    void step() throws SQLException {
        long pack = waiting.remove();
        PackUse.Places places = use.places(pack);
        if (places != null) rewrite(pack, places);
        PackUse.forget(session, pack);
        if (waiting.isEmpty()) use = PackUse.noted(session);
    }

    private void rewrite(long id, PackUse.Places places) throws SQLException {
        Pack old;
        try {
            old = packs.get(session, id);
        } catch (RuntimeException _) {
            return; // gone, or damaged: then there is nothing in it that could be taken out
        }
        List<byte[]> kept = kept(old, withLeads(old, places));
        byte[] raw = Pack.encode(kept);
        if (raw.length == old.raw().length) return;
        Map<Long, byte[]> dependents = dependents(id);
        long base = session.number("SELECT base FROM pack WHERE id = ?", id);
        update(id, raw, session.zstd().pack(raw, base, () -> packs.dictionary(session, base)));
        // From here on the number means another dictionary.
        session.zstd().forget();
        byte[] dictionary = new ByteSink(Zstd.SHAPES.length + raw.length)
                .put(Zstd.SHAPES)
                .put(raw)
                .toBytes();
        for (Map.Entry<Long, byte[]> each : dependents.entrySet())
            update(each.getKey(), each.getValue(), session.zstd().pack(each.getValue(), id, () -> dictionary));
        session.zstd().forget();
    }

    private static List<byte[]> kept(Pack pack, BitSet used) {
        List<byte[]> pieces = new ArrayList<>();
        for (int place = 0; place < pack.count(); place++)
            pieces.add(used.get(place) ? pack.piece(place) : new byte[0]);
        return pieces;
    }

    /** Arrival marks may be told from those of an answer before: it is kept as long as they are. */
    private static BitSet withLeads(Pack pack, PackUse.Places places) {
        BitSet used = (BitSet) places.used().clone();
        for (int place = places.answers().nextSetBit(0);
                place >= 0;
                place = places.answers().nextSetBit(place + 1)) {
            if (place + 1 >= pack.count() || pack.length(place + 1) == 0) continue;
            int back = (int) new ByteSource(pack.piece(place + 1)).number();
            if (back > 0 && back <= place) used.set(place - back, place - back + 2);
        }
        return used;
    }

    /** The packs that are compressed against this one, unpacked. */
    private Map<Long, byte[]> dependents(long base) throws SQLException {
        List<Long> ids = new ArrayList<>();
        PreparedStatement query = session.statement("SELECT id FROM pack WHERE base = ? AND id > ?");
        query.setLong(1, base);
        query.setLong(2, base);
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) ids.add(rows.getLong(1));
        }
        Map<Long, byte[]> raws = new LinkedHashMap<>();
        for (long id : ids) addRaw(id, raws);
        return raws;
    }

    private void addRaw(long id, Map<Long, byte[]> raws) throws SQLException {
        try {
            raws.put(id, packs.get(session, id).raw());
        } catch (RuntimeException _) {
            // Damaged: it cannot be read now, nor afterwards.
        }
    }

    private void update(long id, byte[] raw, byte[] data) throws SQLException {
        PreparedStatement update = session.statement("UPDATE pack SET size = ?, data = ? WHERE id = ?");
        update.setInt(1, raw.length);
        update.setBytes(2, data);
        update.setLong(3, id);
        update.executeUpdate();
    }
}
