package dev.sightglass.engine.store.sqlite;

import java.sql.SQLException;

/** Finds the highest number that rows have, damaged ones aside: one flipped bit can make a number that no loop reaches. */
final class HighestNumber {
    /** So far apart no two numbers of a store are: the higher one is damaged. */
    static final long WIDEST_GAP = 1_000_000;

    private HighestNumber() {}

    /** 0 when there is none. The column is the first of an index, or the row's own number. */
    static long of(Session session, String table, String column) throws SQLException {
        String query = "SELECT max(" + column + ") FROM " + table;
        long last = session.number(query);
        while (true) {
            long before = Math.max(0, session.number(query + " WHERE " + column + " < ?", last));
            if (before == 0 || last - before <= WIDEST_GAP) return last;
            last = before;
        }
    }
}
