package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.form.StreamForm;
import dev.sightglass.engine.store.form.TextMatcher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One search, newest exchanges first. Each piece is looked at once however many exchanges have it, and most packs not at
 * all, since their sieves say that the text is not in them. Exchanges that are not in the file yet are looked at in memory.
 */
final class TextSearch {
    private final Session session;
    private final LiveExchanges live;
    private final Set<ExchangeId> hidden;
    private final TextMatcher matcher;
    private final PieceVerdicts verdicts;
    /** So many rows are looked at one by one for quick first hits; then all sieves are read, to know where hits can be at all. */
    private static final int QUICK_ROWS = 4_000;

    /** Answers are packed later than younger exchanges' requests, by at most so many packs. */
    private static final long DISORDER = 20_000;

    private final Consumer<ExchangeId> found;
    private int left;

    TextSearch(
            Session session,
            Packs packs,
            LiveExchanges live,
            Set<ExchangeId> hidden,
            String text,
            int limit,
            Consumer<ExchangeId> found) {
        this.session = session;
        this.live = live;
        this.hidden = hidden;
        this.found = found;
        left = limit;
        matcher = new TextMatcher(text);
        verdicts = new PieceVerdicts(session, packs, matcher, text);
    }

    void run() throws SQLException {
        TreeSet<ExchangeId> inMemory = new TreeSet<>();
        for (LiveExchange exchange : live.newestFirst()) if (holds(exchange)) inMemory.add(exchange.id());
        Iterator<ExchangeId> newer = inMemory.descendingIterator();
        ExchangeId next = newer.hasNext() ? newer.next() : null;
        try (ResultSet rows = session.statement(
                        "SELECT exchange, form, pack, slot, recipe FROM body ORDER BY exchange DESC, part, attempt")
                .executeQuery()) {
            long done = Long.MAX_VALUE;
            long oldestHit = 0;
            for (int row = 0; left > 0 && rows.next() && !Thread.currentThread().isInterrupted(); row++) {
                if (row == QUICK_ROWS) oldestHit = verdicts.oldestHit();
                if (rows.getLong(3) + DISORDER < oldestHit) break;
                if (rows.getLong(3) < oldestHit) continue;
                long number = rows.getLong(1);
                if (number == done) continue;
                for (; next != null && next.number() >= number; next = newer.hasNext() ? newer.next() : null) {
                    tell(next);
                    done = next.number();
                }
                if (number == done || !holds(rows)) continue;
                tell(new ExchangeId(number));
                done = number;
            }
        }
        for (; next != null; next = newer.hasNext() ? newer.next() : null) tell(next);
    }

    private void tell(ExchangeId id) {
        if (left == 0 || hidden.contains(id)) return;
        left--;
        found.accept(id);
    }

    private boolean holds(ResultSet row) throws SQLException {
        long own = row.getLong(3);
        int place = row.getInt(4);
        if (row.getInt(2) == BodyForms.STREAM) return verdicts.holds(own, place);
        return verdicts.holds(own, place) || verdicts.holdsAny(row.getBytes(5));
    }

    private boolean holds(LiveExchange exchange) {
        return exchange.heldRefs().stream().anyMatch(ref -> holds(exchange, ref));
    }

    private boolean holds(LiveExchange exchange, BodyRef ref) {
        var body = exchange.body(ref);
        if (body == null) return false;
        boolean request = ref.part() == BodyPart.DOWNSTREAM_REQUEST || ref.part() == BodyPart.UPSTREAM_REQUEST;
        return matcher.matches(request ? body.bytes() : StreamForm.encode(body.bytes()));
    }
}
