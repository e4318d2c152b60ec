package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.form.StreamForm;
import dev.sightglass.engine.store.form.TextMatcher;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One search. Each piece is looked at once however many exchanges have it, and most packs not at all, since lexicons say that
 * they lack the text's words. First what is in memory and the newest of the file, which most often has a hit; then, by several
 * threads, the lexicons, the packs that have the words, and the exchanges.
 */
final class TextSearch {
    /** So many exchanges are looked at before all lexicons are read. */
    private static final int NEWEST = 256;
    /** Exchanges that one thread takes at once. */
    private static final int SPAN = 1_024;
    /** Packs that are looked at before those are scanned for exchanges that hold the text. */
    private static final int PACKS_AT_ONCE = 4_096;

    /** The same the first time, so that the first hits come soon. */
    private static final int PACKS_FIRST = 256;
    /** Parts of a batch that threads take. */
    private static final int SHARES = 16;
    /** With so many packs that hold the text it is everywhere: then most packs need not be looked at. */
    private static final int MANY = 256;
    /** Answers are packed later than younger exchanges' requests, by at most so many packs. */
    private static final long DISORDER = 20_000;

    private final Questions questions;
    private final Packs packs;
    private final LiveExchanges live;
    private final Set<ExchangeId> hidden;
    private final String text;
    private final TextMatcher matcher;
    private final Consumer<ExchangeId> found;
    private final SearchCrew crew;
    private final BitSet told = new BitSet();
    private int left;

    TextSearch(
            Questions questions,
            Packs packs,
            LiveExchanges live,
            Set<ExchangeId> hidden,
            String text,
            int limit,
            Consumer<ExchangeId> found) {
        this.questions = questions;
        this.packs = packs;
        this.live = live;
        this.hidden = hidden;
        this.text = text;
        this.found = found;
        left = limit;
        matcher = new TextMatcher(text);
        crew = new SearchCrew(questions);
    }

    /** Exchanges from {@code first} to before {@code end}. */
    private record Span(long first, long end) {}

    /** What the file has, and what the beginning of the search learned of it. */
    private record Extent(Candidates candidates, List<Long> lexicons, long oldest, long end) {}

    void run() {
        boolean inOrder = left < Integer.MAX_VALUE;
        List<Long> first = new ArrayList<>();
        for (LiveExchange exchange : live.newestFirst())
            if (holds(exchange)) first.add(exchange.id().number());
        if (!inOrder) first.forEach(this::tell);
        Extent extent = questions.ask(session -> session.unchanging(() -> newest(session, first)));
        if (inOrder) tellInOrder(first);
        else first.forEach(this::tell);
        if (left == 0 || crew.stopped() || Thread.currentThread().isInterrupted() || extent.end <= extent.oldest)
            return;
        readLexicons(extent);
        scan(extent, inOrder);
    }

    private void tell(long number) {
        ExchangeId id = new ExchangeId(number);
        if (left == 0 || told.get((int) number) || hidden.contains(id)) return;
        told.set((int) number);
        left--;
        found.accept(id);
    }

    private void tellInOrder(List<Long> numbers) {
        numbers.stream().sorted(Collections.reverseOrder()).forEach(this::tell);
    }

    /** Looks at the newest exchanges; returns what is left to do. */
    private Extent newest(Session session, List<Long> hits) throws SQLException {
        long newestPack = session.number("SELECT max(id) FROM pack");
        Candidates candidates = new Candidates(packs, matcher, text, newestPack);
        List<Long> lexicons = Lexicon.all(session);
        for (int told = 0; told < NEWEST && !lexicons.isEmpty(); )
            told += candidates.load(session, lexicons.removeFirst());
        long end = session.number("SELECT max(exchange) FROM body") + 1;
        long oldest = Math.max(1, session.number("SELECT min(exchange) FROM body"));
        long from = Math.max(oldest, end - NEWEST);
        scanner(session, candidates).work(new Span(from, end), hits::add);
        return new Extent(candidates, lexicons, oldest, from);
    }

    private void readLexicons(Extent extent) {
        crew.each(extent.lexicons, session -> (row, _) -> extent.candidates.load(session, row), (Object _) -> {});
    }

    /**
     * Looks at the packs that pass, the newest first, and scans at once where one proves to hold the text; in the end, or when
     * that is so nearly everywhere, scans the rest.
     */
    private void scan(Extent extent, boolean inOrder) {
        Set<Span> scanned = new HashSet<>();
        List<Long> hits = new ArrayList<>();
        List<Long> batch = extent.candidates.passing(Long.MAX_VALUE, PACKS_FIRST);
        while (!batch.isEmpty() && hits.size() < MANY && !crew.stopped()) {
            List<Long> more = lookAt(extent.candidates, batch);
            hits.addAll(more);
            if (!inOrder) {
                List<Span> promising = more.stream()
                        .map(pack -> spanOf(extent, firstUser(extent, pack)))
                        .distinct()
                        .filter(scanned::add)
                        .toList();
                crew.each(promising, session -> scanner(session, extent.candidates), this::tell);
            }
            batch = extent.candidates.passing(batch.getLast(), PACKS_AT_ONCE);
        }
        if (hits.isEmpty()) return;
        long oldest = hits.size() < MANY ? firstUser(extent, Collections.min(hits) - DISORDER) : extent.oldest;
        List<Span> spans = new ArrayList<>();
        for (long end = extent.end; end > oldest; end -= SPAN) spans.add(spanOf(extent, end - 1));
        spans.removeAll(scanned);
        if (inOrder) scanInOrder(extent, spans);
        else crew.each(spans, session -> scanner(session, extent.candidates), this::tell);
    }

    private static Span spanOf(Extent extent, long exchange) {
        long end = extent.end - (extent.end - 1 - Math.min(exchange, extent.end - 1)) / SPAN * SPAN;
        return new Span(Math.max(extent.oldest, end - SPAN), end);
    }

    /** Those of the packs that do hold the text, newest first. */
    private List<Long> lookAt(Candidates candidates, List<Long> batch) {
        List<List<Long>> shares = new ArrayList<>();
        int share = Math.ceilDiv(batch.size(), SHARES);
        for (int i = 0; i < batch.size(); i += share)
            shares.add(batch.subList(i, Math.min(batch.size(), i + share)).reversed());
        List<Long> hits = new ArrayList<>();
        crew.each(shares, session -> looker(session, candidates), hits::add);
        hits.sort(Collections.reverseOrder());
        return hits;
    }

    private SearchCrew.Worker<List<Long>, Long> looker(Session session, Candidates candidates) {
        Candidates.Sight sight = new Candidates.Sight();
        return (share, hit) -> {
            for (long pack : share)
                if (!crew.stopped() && !candidates.hits(session, sight, pack).isEmpty()) hit.accept(pack);
        };
    }

    /** The oldest exchange with a request whose pack is not older. */
    private long firstUser(Extent extent, long pack) {
        return questions.ask(session -> {
            long low = extent.oldest;
            long high = extent.end;
            while (low < high) {
                long middle = (low + high) >>> 1;
                long packThere = session.number(
                        "SELECT pack FROM body WHERE exchange >= ? ORDER BY exchange, part, attempt LIMIT 1", middle);
                if (packThere >= pack) high = middle;
                else low = middle + 1;
            }
            return low;
        });
    }

    private void scanInOrder(Extent extent, List<Span> spans) {
        for (int i = 0; i < spans.size() && left > 0 && !crew.stopped(); i += 2) {
            List<Long> hits = new ArrayList<>();
            crew.each(
                    spans.subList(i, Math.min(spans.size(), i + 2)),
                    session -> scanner(session, extent.candidates),
                    hits::add);
            tellInOrder(hits);
        }
    }

    private SearchCrew.Worker<Span, Long> scanner(Session session, Candidates candidates) {
        PieceVerdicts verdicts = new PieceVerdicts(session, candidates);
        return (span, hit) -> scan(session, verdicts, span, hit);
    }

    private void scan(Session session, PieceVerdicts verdicts, Span span, Consumer<Long> hit) throws SQLException {
        PreparedStatement query = session.statement("SELECT exchange, form, pack, slot, recipe FROM body"
                + " WHERE exchange >= ? AND exchange < ? ORDER BY exchange DESC, part, attempt");
        query.setLong(1, span.first);
        query.setLong(2, span.end);
        long done = -1;
        try (ResultSet rows = query.executeQuery()) {
            while (!crew.stopped() && rows.next()) {
                long number = rows.getLong(1);
                if (number == done || !holds(verdicts, rows)) continue;
                done = number;
                hit.accept(number);
            }
        }
    }

    private static boolean holds(PieceVerdicts verdicts, ResultSet row) throws SQLException {
        long own = row.getLong(3);
        int place = row.getInt(4);
        if (row.getInt(2) != BodyForms.RECIPE) return verdicts.holds(own, place);
        byte[] recipe = row.getBytes(5);
        return verdicts.anyKnown(recipe) || verdicts.holds(own, place) || verdicts.holdsAny(recipe);
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
