package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.form.MarksForm;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes what was carried over fit together: a body whose parts are not all there goes, an exchange whose heads cannot be read
 * stays with what its row says. Whether a body's bytes are those that were written is seen when it is read.
 */
final class SalvageCheck {
    private final Session session;
    private final Words words = new Words();
    private final Map<Long, Long> bases = new HashMap<>();
    private final Map<Long, Boolean> runs = new HashMap<>();
    private final Set<Long> lacking = new HashSet<>();

    private SalvageCheck(Session session) {
        this.session = session;
    }

    /** Returns the numbers of the exchanges that lack something. */
    static Set<Long> run(Session session) throws SQLException {
        SalvageCheck check = new SalvageCheck(session);
        session.begin();
        for (String table : List.of("exchange", "pack", "run")) check.dropStrayNumbers(table);
        check.readBases();
        check.dropBrokenBodies();
        check.dropBrokenTails();
        check.mendExchanges();
        session.commit();
        return check.lacking;
    }

    /** The highest number of an exchange, 0 when there is none. */
    static long newest(Session session) throws SQLException {
        return session.number("SELECT max(id) FROM exchange");
    }

    private void dropStrayNumbers(String table) throws SQLException {
        session.change("DELETE FROM " + table + " WHERE id > ?", HighestNumber.of(session, table, "id"));
        session.run("UPDATE sqlite_sequence SET seq = (SELECT coalesce(max(id), 0) FROM " + table + ") WHERE name = '"
                + table + "'");
    }

    private void readBases() throws SQLException {
        try (ResultSet rows = session.statement("SELECT id, base FROM pack").executeQuery()) {
            while (rows.next()) bases.put(rows.getLong(1), rows.getLong(2));
        }
    }

    private boolean hasPack(long pack) {
        long at = pack;
        for (int depth = 0; depth <= Packs.DEEPEST + 1; depth++) {
            Long base = bases.get(at);
            if (base == null || base >= at) return false;
            if (base == 0) return true;
            at = base;
        }
        return false;
    }

    private void dropBrokenBodies() throws SQLException {
        List<BodyRef> broken = new ArrayList<>();
        try (ResultSet rows = session.statement("SELECT exchange, part, attempt, form, pack, recipe FROM body")
                .executeQuery()) {
            while (rows.next()) {
                int part = rows.getInt(2);
                boolean known = part >= 0 && part < BodyPart.values().length;
                boolean whole = known && hasPack(rows.getLong(5)) && hasPieces(rows.getInt(4), rows.getBytes(6));
                if (!whole)
                    broken.add(new BodyRef(
                            new ExchangeId(rows.getLong(1)), BodyPart.values()[known ? part : 0], rows.getInt(3)));
            }
        }
        for (BodyRef ref : broken) {
            lacking.add(ref.exchange().number());
            session.change(
                    "DELETE FROM body WHERE exchange = ? AND part = ? AND attempt = ?",
                    ref.exchange().number(),
                    ref.part().ordinal(),
                    ref.attempt());
        }
        session.change("DELETE FROM body WHERE part NOT BETWEEN 0 AND ?", BodyPart.values().length - 1);
    }

    private boolean hasPieces(int form, byte[] recipe) throws SQLException {
        if (form == BodyForms.STREAM) return true;
        if (recipe == null) return false;
        try {
            return hasAll(Recipe.decode(recipe).items());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private boolean hasAll(List<Recipe.Item> items) throws SQLException {
        for (Recipe.Item item : items) {
            boolean there = switch (item) {
                case Recipe.Glue _ -> true;
                case Recipe.Piece piece -> hasPack(Pack.packOf(piece.ref()));
                case Recipe.Run run -> hasRun(run.id());
            };
            if (!there) return false;
        }
        return true;
    }

    private boolean hasRun(long run) throws SQLException {
        Boolean known = runs.get(run);
        if (known != null) return known;
        runs.put(run, false); // a run that has itself in it is broken
        boolean whole;
        try {
            whole = hasAll(Runs.items(session, run));
        } catch (IllegalArgumentException _) {
            whole = false;
        }
        runs.put(run, whole);
        return whole;
    }

    private void dropBrokenTails() throws SQLException {
        List<long[]> broken = new ArrayList<>();
        try (ResultSet rows =
                session.statement("SELECT id, exchange, part, marks FROM tail").executeQuery()) {
            while (rows.next())
                if (rows.getInt(3) < 0 || rows.getInt(3) >= BodyPart.values().length || !areMarks(rows.getBytes(4)))
                    broken.add(new long[] {rows.getLong(1), rows.getLong(2)});
        }
        for (long[] tail : broken) {
            session.change("DELETE FROM tail WHERE id = ?", tail[0]);
            lacking.add(tail[1]);
        }
    }

    private static boolean areMarks(byte[] form) {
        try {
            MarksForm.decode(form, ArrivalMarks.NONE, new byte[0]);
            return true;
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return false;
        }
    }

    private void mendExchanges() throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = session.statement("SELECT id FROM exchange").executeQuery()) {
            while (rows.next()) ids.add(rows.getLong(1));
        }
        for (long id : ids) mend(new ExchangeId(id));
    }

    private void mend(ExchangeId id) throws SQLException {
        Exchange exchange;
        try {
            exchange = ExchangeReader.find(session, words, id).orElseThrow();
        } catch (RuntimeException _) {
            lacking.add(id.number());
            exchange = mendDetail(id);
            if (exchange == null) return;
        }
        if (lacksBody(exchange)) lacking.add(id.number());
    }

    /** Null when not even the row makes sense: then it is lost. */
    private @Nullable Exchange mendDetail(ExchangeId id) throws SQLException {
        try {
            Exchange exchange =
                    BareExchange.of(ExchangeReader.summary(session, words, id).orElseThrow());
            ExchangeRows.write(session, words, exchange.summary(), DetailForm.encode(exchange, session.zstd()));
            return exchange;
        } catch (RuntimeException _) {
            session.change("DELETE FROM exchange WHERE id = ?", id.number());
            return null;
        }
    }

    private boolean lacksBody(Exchange exchange) throws SQLException {
        ExchangeId id = exchange.id();
        Leg down = exchange.downstream();
        if (lacks(id, BodyPart.DOWNSTREAM_REQUEST, 0, down.requestBody())
                || lacks(id, BodyPart.DOWNSTREAM_RESPONSE, 0, down.responseBody())) return true;
        for (Attempt attempt : exchange.attempts()) {
            Leg up = attempt.leg();
            if (lacks(id, BodyPart.UPSTREAM_REQUEST, attempt.number(), up.requestBody())
                    || lacks(id, BodyPart.UPSTREAM_RESPONSE, attempt.number(), up.responseBody())) return true;
        }
        return false;
    }

    private boolean lacks(ExchangeId id, BodyPart part, int attempt, Body told) throws SQLException {
        boolean expected = (told instanceof Body.Captured && told.size() > 0) || told instanceof Body.Truncated;
        if (!expected) return false;
        PreparedStatement query =
                session.statement("SELECT 1 FROM body WHERE exchange = ? AND part = ? AND attempt = ?");
        query.setLong(1, id.number());
        query.setInt(2, part.ordinal());
        query.setInt(3, attempt);
        try (ResultSet row = query.executeQuery()) {
            if (row.next()) return false;
        }
        return session.number(
                        "SELECT count(*) FROM tail WHERE exchange = ? AND part = ? AND attempt = ?",
                        id.number(),
                        part.ordinal(),
                        attempt)
                == 0;
    }
}
