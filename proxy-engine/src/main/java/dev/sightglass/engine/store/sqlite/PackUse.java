package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.ExchangeId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which places are still used of the packs that deleted exchanges used: what others keep of such a pack must be told from what
 * has to go. The packs are noted in the database, so that a crash does not leave the text of deleted exchanges behind.
 */
final class PackUse {
    private static final String NOTE = "rewrite:";

    /** Nothing is noted. */
    static final PackUse NONE = new PackUse();

    private final Map<Long, Places> watched = new HashMap<>();

    /**
     * The used places of one pack.
     *
     * @param answers those of them that begin an answer, whose arrival marks may tell of another before it
     */
    record Places(BitSet used, BitSet answers) {}

    private PackUse() {}

    /** Before exchanges are deleted: notes which packs they use. Inside a transaction. */
    static void note(Session session, Set<ExchangeId> ids) throws SQLException {
        Set<Long> packs = new HashSet<>();
        Set<Long> runs = new HashSet<>();
        PreparedStatement query = session.statement("SELECT pack, recipe FROM body WHERE exchange = ?");
        for (ExchangeId id : ids) {
            query.setLong(1, id.number());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    packs.add(rows.getLong(1));
                    byte[] recipe = rows.getBytes(2);
                    if (recipe != null) collect(session, Recipe.items(recipe), packs, runs);
                }
            }
        }
        PreparedStatement insert = session.statement("INSERT OR IGNORE INTO meta(name, value) VALUES(?, ?)");
        for (long pack : packs) {
            insert.setString(1, NOTE + pack);
            insert.setLong(2, pack);
            insert.executeUpdate();
        }
    }

    private static void collect(Session session, List<Recipe.Item> items, Set<Long> packs, Set<Long> runs)
            throws SQLException {
        for (Recipe.Item item : items) {
            if (item instanceof Recipe.Piece piece) packs.add(Pack.packOf(piece.ref()));
            else if (item instanceof Recipe.Run run && runs.add(run.id()))
                collect(session, Runs.known(session, run.id()), packs, runs);
        }
    }

    /** The packs that were noted, none of their places used so far. */
    static PackUse noted(Session session) throws SQLException {
        PackUse use = new PackUse();
        PreparedStatement query = session.statement("SELECT value FROM meta WHERE name GLOB ?");
        query.setString(1, NOTE + "*");
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) use.watched.put(rows.getLong(1), new Places(new BitSet(), new BitSet()));
        }
        return use;
    }

    /** What was noted of a pack is done. Inside a transaction. */
    static void forget(Session session, long pack) throws SQLException {
        PreparedStatement delete = session.statement("DELETE FROM meta WHERE name = ?");
        delete.setString(1, NOTE + pack);
        delete.executeUpdate();
    }

    boolean isEmpty() {
        return watched.isEmpty();
    }

    /** A place that a body or a run uses. */
    void use(long pack, int place) {
        Places places = watched.get(pack);
        if (places != null) places.used.set(place);
    }

    /** An answer, whose arrival marks stand in the place after it. */
    void useAnswer(long pack, int place) {
        Places places = watched.get(pack);
        if (places == null) return;
        places.answers.set(place);
        places.used.set(place, place + 2);
    }

    /** False when nothing uses the place any more; packs that nobody noted are used whole. */
    boolean uses(long pack, int place) {
        Places places = watched.get(pack);
        return places == null || places.used.get(place);
    }

    @Nullable
    Places places(long pack) {
        return watched.get(pack);
    }

    Set<Long> packs() {
        return Set.copyOf(watched.keySet());
    }
}
