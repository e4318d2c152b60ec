package dev.sightglass.engine.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the packs, runs and hashes that no exchange uses any more, and gives the room back to the disk. On the writing
 * thread, between two transactions.
 */
final class Sweep {
    private static final int VACUUM_PAGES = 256;

    private final Session session;
    private final Set<Long> packs = new HashSet<>();
    private final Set<Long> runs = new HashSet<>();

    private final PackUse use;
    private final LexiconWriter lexicons;

    private Sweep(Session session, LexiconWriter lexicons, PackUse use) {
        this.session = session;
        this.lexicons = lexicons;
        this.use = use;
    }

    static void run(Database database) throws SQLException {
        Sweep sweep = new Sweep(database.session(), database.lexicons(), PackUse.noted(database.session()));
        database.inTransaction(_ -> {
            sweep.mark();
            sweep.delete();
        });
        database.forgetPieces();
        database.rewriter().found(sweep.use);
        giveBack(database.session());
    }

    private void mark() throws SQLException {
        try (ResultSet rows =
                session.statement("SELECT pack, slot, form, recipe FROM body").executeQuery()) {
            while (rows.next()) mark(rows.getLong(1), rows.getInt(2), rows.getInt(3), rows.getBytes(4));
        }
        for (long pack : List.copyOf(packs)) markBases(pack);
    }

    private void mark(long pack, int slot, int form, byte @Nullable [] recipe) throws SQLException {
        packs.add(pack);
        if (form == BodyForms.STREAM) use.useAnswer(pack, slot);
        else use.use(pack, slot);
        if (recipe != null) mark(Recipe.items(recipe));
    }

    private void mark(List<Recipe.Item> items) throws SQLException {
        for (Recipe.Item item : items) {
            switch (item) {
                case Recipe.Glue _ -> {}
                case Recipe.Piece piece -> {
                    packs.add(Pack.packOf(piece.ref()));
                    use.use(Pack.packOf(piece.ref()), Pack.placeOf(piece.ref()));
                }
                case Recipe.Run run -> {
                    if (runs.add(run.id())) mark(Runs.known(session, run.id()));
                }
            }
        }
    }

    private void markBases(long pack) throws SQLException {
        long base = session.number("SELECT base FROM pack WHERE id = ?", pack);
        while (base != 0 && packs.add(base)) base = session.number("SELECT base FROM pack WHERE id = ?", base);
    }

    private void delete() throws SQLException {
        for (long pack : dead("SELECT id FROM pack", packs)) session.change("DELETE FROM pack WHERE id = ?", pack);
        lexicons.keepOnly(packs::contains, pack -> use.places(pack) != null);
        for (long run : dead("SELECT id FROM run", runs)) session.change("DELETE FROM run WHERE id = ?", run);
        List<byte[]> hashes = new ArrayList<>();
        try (ResultSet rows = session.statement("SELECT hash, ref FROM piece").executeQuery()) {
            while (rows.next()) {
                long ref = rows.getLong(2);
                boolean used = ref < 0
                        ? runs.contains(-ref)
                        : packs.contains(Pack.packOf(ref)) && use.uses(Pack.packOf(ref), Pack.placeOf(ref));
                if (!used) hashes.add(rows.getBytes(1));
            }
        }
        PreparedStatement delete = session.statement("DELETE FROM piece WHERE hash = ?");
        for (byte[] hash : hashes) {
            delete.setBytes(1, hash);
            delete.executeUpdate();
        }
    }

    private List<Long> dead(String query, Set<Long> used) throws SQLException {
        List<Long> dead = new ArrayList<>();
        try (ResultSet rows = session.statement(query).executeQuery()) {
            while (rows.next()) if (!used.contains(rows.getLong(1))) dead.add(rows.getLong(1));
        }
        return dead;
    }

    /** Gives free pages to the disk, and what the log still has of them. */
    static void giveBack(Session session) throws SQLException {
        while (session.number("PRAGMA freelist_count") > 0) {
            long before = session.number("PRAGMA freelist_count");
            session.run("PRAGMA incremental_vacuum(" + VACUUM_PAGES + ")");
            if (session.number("PRAGMA freelist_count") >= before) break;
        }
        session.run("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
