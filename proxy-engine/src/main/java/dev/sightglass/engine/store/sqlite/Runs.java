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

    private Runs() {}

    /** The items with each run replaced by what it stands for. */
    static List<Recipe.Item> expand(Session session, List<Recipe.Item> items) throws SQLException {
        List<Recipe.Item> flat = new ArrayList<>();
        expand(session, items, flat, 0);
        return flat;
    }

    private static void expand(Session session, List<Recipe.Item> items, List<Recipe.Item> flat, int depth)
            throws SQLException {
        if (depth > DEEPEST) throw new IllegalArgumentException("a stored run is damaged");
        for (Recipe.Item item : items) {
            if (item instanceof Recipe.Run run) expand(session, items(session, run.id()), flat, depth + 1);
            else flat.add(item);
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
