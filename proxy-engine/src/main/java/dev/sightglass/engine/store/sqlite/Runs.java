package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads runs: lists of pieces, or of shorter runs, kept once, so that a long conversation is not listed anew each turn. */
final class Runs {
    static final int LENGTH = 16;
    private static final int DEEPEST = 12;
    /** More than the pieces of any body. */
    private static final int MOST_ITEMS = 1 << 22;

    private Runs() {}

    /** The items with each run replaced by what it stands for. */
    static List<Recipe.Item> expand(Session session, List<Recipe.Item> items) throws SQLException {
        List<Recipe.Item> flat = new ArrayList<>();
        expand(session, items, flat, Long.MAX_VALUE, 0);
        return flat;
    }

    /** A run has only older ones in it: a damaged one must not lead round and round. */
    private static void expand(Session session, List<Recipe.Item> items, List<Recipe.Item> flat, long below, int depth)
            throws SQLException {
        for (Recipe.Item item : items) {
            if (!(item instanceof Recipe.Run run)) flat.add(item);
            else if (depth == DEEPEST || run.id() >= below || flat.size() > MOST_ITEMS)
                throw new IllegalArgumentException("a stored run is damaged");
            else expand(session, items(session, run.id()), flat, run.id(), depth + 1);
        }
    }

    /** The items of a run; none when it is missing or damaged. */
    static List<Recipe.Item> known(Session session, long id) throws SQLException {
        try {
            return items(session, id);
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }

    static List<Recipe.Item> items(Session session, long id) throws SQLException {
        PreparedStatement query = session.statement("SELECT items FROM run WHERE id = ?");
        query.setLong(1, id);
        try (ResultSet rows = query.executeQuery()) {
            if (!rows.next()) throw new IllegalArgumentException("run " + id + " is missing");
            return Recipe.decodeItems(new ByteSource(rows.getBytes(1)));
        }
    }
}
