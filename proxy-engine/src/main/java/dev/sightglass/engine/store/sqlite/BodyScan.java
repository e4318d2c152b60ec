package dev.sightglass.engine.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** Goes over exchanges and tells those with a body that holds the text of one search. For one thread. */
final class BodyScan {
    private final Session session;
    private final PieceVerdicts verdicts;
    private final BooleanSupplier stopped;

    /** @param stopped nothing more is wanted */
    BodyScan(Session session, Candidates candidates, BooleanSupplier stopped) {
        this.session = session;
        this.verdicts = new PieceVerdicts(session, candidates);
        this.stopped = stopped;
    }

    /** Exchanges from {@code first} to before {@code end}. */
    record Span(long first, long end) {}

    /** Tells the newest first, each once. */
    void scan(Span span, LongConsumer hit) throws SQLException {
        PreparedStatement query = session.statement("SELECT exchange, form, pack, slot, recipe FROM body"
                + " WHERE exchange >= ? AND exchange < ? ORDER BY exchange DESC, part, attempt");
        query.setLong(1, span.first);
        query.setLong(2, span.end);
        long done = -1;
        try (ResultSet rows = query.executeQuery()) {
            while (!stopped.getAsBoolean() && rows.next()) {
                long number = rows.getLong(1);
                if (number == done || !holds(rows)) continue;
                done = number;
                hit.accept(number);
            }
        }
    }

    /** False for a damaged row: nothing is to be found in it. */
    private boolean holds(ResultSet row) throws SQLException {
        try {
            return verdict(row);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            if (verdicts.mayBeChanging()) throw e;
            return false;
        }
    }

    private boolean verdict(ResultSet row) throws SQLException {
        long own = row.getLong(3);
        int place = row.getInt(4);
        if (row.getInt(2) != BodyForms.RECIPE) return verdicts.holds(own, place);
        byte[] recipe = row.getBytes(5);
        return recipe != null
                && (verdicts.anyKnown(recipe)
                        || verdicts.oldestHolds(recipe)
                        || verdicts.holds(own, place)
                        || verdicts.holdsAny(recipe));
    }

    /** The oldest exchange of a span with a request whose pack is not older; the span's end when there is none. */
    static long firstUser(Session session, Span span, long pack) throws SQLException {
        long low = span.first;
        long high = span.end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            long packThere = session.number(
                    "SELECT pack FROM body WHERE exchange >= ? ORDER BY exchange, part, attempt LIMIT 1", middle);
            if (packThere >= pack) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
