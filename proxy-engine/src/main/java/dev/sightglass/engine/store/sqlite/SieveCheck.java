package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes sure that a search will look into every pack that was carried over from a damaged file. */
final class SieveCheck {
    private final Session session;

    private SieveCheck(Session session) {
        this.session = session;
    }

    /** Makes all sieves anew unless each pack has one, which takes as long as reading everything. */
    static void run(Session session) throws SQLException {
        SieveCheck check = new SieveCheck(session);
        List<Long> packs = check.packs();
        if (check.told().containsAll(packs)) return;
        session.begin();
        session.run("DELETE FROM sieve");
        SieveWriter writer = new SieveWriter(session);
        Packs reader = new Packs();
        Pack before = null;
        for (long id : packs) before = check.tell(id, reader, before, writer);
        writer.write();
        session.commit();
    }

    private List<Long> packs() throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows =
                session.statement("SELECT id FROM pack ORDER BY id").executeQuery()) {
            while (rows.next()) ids.add(rows.getLong(1));
        }
        return ids;
    }

    /** Returns the pack; null when it cannot be read. */
    private @Nullable Pack tell(long id, Packs reader, @Nullable Pack before, SieveWriter writer) throws SQLException {
        try {
            Pack pack = reader.glance(session, id, before);
            List<byte[]> pieces = new ArrayList<>();
            for (int place = 0; pack != null && place < pack.count(); place++) pieces.add(pack.piece(place));
            writer.add(id, session.number("SELECT base FROM pack WHERE id = ?", id), pieces);
            return pack;
        } catch (RuntimeException _) {
            writer.add(id, 0, List.of()); // unreadable: nothing will be found in it
            return null;
        }
    }

    /** The packs that the sieves tell of; none when a sieve is damaged. */
    private Set<Long> told() throws SQLException {
        Set<Long> packs = new HashSet<>();
        long before = 0;
        try (ResultSet rows = session.statement("SELECT last, entries FROM sieve ORDER BY last")
                .executeQuery()) {
            while (rows.next()) {
                ByteSource source = new ByteSource(rows.getBytes(2));
                while (source.hasMore()) {
                    long pack = source.number();
                    if (pack <= before) return Set.of();
                    before = pack;
                    packs.add(pack);
                    source.number();
                    source.skip(source.count());
                }
                if (before != rows.getLong(1)) return Set.of();
            }
        } catch (IllegalArgumentException _) {
            return Set.of();
        }
        return packs;
    }
}
