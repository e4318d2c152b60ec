package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.form.StreamForm;
import dev.sightglass.engine.store.form.TextMatcher;
import dev.sightglass.engine.store.sqlite.BodyScan.Span;
import java.sql.SQLException;
import java.util.ArrayList;
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
    /** Those that use a pack most often stand so near the first that can. */
    private static final int NEAR = 16;
    /** Answers are packed later than younger exchanges' requests, by at most so many packs. */
    private static final long DISORDER = 20_000;

    private final Questions questions;
    private final Packs packs;
    private final int born;
    private final LiveExchanges live;
    private final Set<ExchangeId> hidden;
    private final String text;
    private final TextMatcher matcher;
    private final Consumer<ExchangeId> found;
    private final SearchCrew crew;
    private final Set<Long> told = new HashSet<>();
    private volatile boolean toldAny;
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
        this.born = packs.generation();
        this.live = live;
        this.hidden = hidden;
        this.text = text;
        this.found = found;
        left = limit;
        matcher = new TextMatcher(text);
        crew = new SearchCrew(questions);
    }

    /** What the file has, and what the beginning of the search learned of it. */
    private record Extent(Candidates candidates, List<Long> lexicons, long oldest, long end) {
        Span all() {
            return new Span(oldest, end);
        }
    }

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
        readLexicons(extent, inOrder);
        scan(extent, inOrder);
    }

    private void tell(long number) {
        ExchangeId id = new ExchangeId(number);
        if (left == 0 || told.contains(number) || hidden.contains(id)) return;
        told.add(number);
        toldAny = true;
        left--;
        found.accept(id);
    }

    private void tellInOrder(List<Long> numbers) {
        numbers.stream().sorted(Collections.reverseOrder()).forEach(this::tell);
    }

    /** Looks at the newest exchanges; returns what is left to do. */
    private Extent newest(Session session, List<Long> hits) throws SQLException {
        long newestPack = HighestNumber.of(session, "pack", "id");
        Candidates candidates = new Candidates(packs, born, matcher, text, newestPack);
        List<Long> lexicons = Lexicon.all(session);
        for (int told = 0; told < NEWEST && !lexicons.isEmpty(); )
            told += candidates.load(session, lexicons.removeFirst()).units();
        long end = HighestNumber.of(session, "body", "exchange") + 1;
        long oldest = Math.max(1, session.number("SELECT min(exchange) FROM body"));
        long from = Math.max(oldest, end - NEWEST);
        scanner(session, candidates).scan(new Span(from, end), hits::add);
        return new Extent(candidates, lexicons, oldest, from);
    }

    /** Looks for a first hit where each lexicon says that one may be, lest that waits for all the others. */
    private void readLexicons(Extent extent, boolean inOrder) {
        crew.each(
                SearchCrew.fromBothEnds(extent.lexicons),
                session -> {
                    BodyScan bodies = scanner(session, extent.candidates);
                    Candidates.Sight sight = new Candidates.Sight();
                    return (row, hit) -> {
                        List<Long> passing =
                                extent.candidates.load(session, row).passing();
                        if (!inOrder) glimpse(session, extent, sight, passing, bodies, hit);
                    };
                },
                this::tell);
    }

    private void glimpse(
            Session session,
            Extent extent,
            Candidates.Sight sight,
            List<Long> packs,
            BodyScan bodies,
            Consumer<Long> hit)
            throws SQLException {
        for (long pack : packs) {
            if (toldAny || crew.stopped()) return;
            if (extent.candidates.hits(session, sight, pack).isEmpty()) continue;
            long user = BodyScan.firstUser(session, extent.all(), pack);
            bodies.scan(new Span(Math.max(extent.oldest, user - NEAR), Math.min(extent.end, user + NEAR)), hit::accept);
        }
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
                scan(extent, promising, this::tell);
            }
            batch = extent.candidates.passing(batch.getLast(), PACKS_AT_ONCE);
        }
        if (hits.isEmpty()) return;
        long oldest = hits.size() < MANY ? firstUser(extent, Collections.min(hits) - DISORDER) : extent.oldest;
        List<Span> spans = new ArrayList<>();
        for (long end = extent.end; end > oldest; end -= SPAN) spans.add(spanOf(extent, end - 1));
        spans.removeAll(scanned);
        if (inOrder) scanInOrder(extent, spans);
        else scan(extent, spans, this::tell);
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

    private long firstUser(Extent extent, long pack) {
        return questions.ask(session -> BodyScan.firstUser(session, extent.all(), pack));
    }

    private void scanInOrder(Extent extent, List<Span> spans) {
        for (int i = 0; i < spans.size() && left > 0 && !crew.stopped(); i += 2) {
            List<Long> hits = new ArrayList<>();
            scan(extent, spans.subList(i, Math.min(spans.size(), i + 2)), hits::add);
            tellInOrder(hits);
        }
    }

    private BodyScan scanner(Session session, Candidates candidates) {
        return new BodyScan(session, candidates, crew::stopped);
    }

    private void scan(Extent extent, List<Span> spans, Consumer<Long> hit) {
        crew.each(
                spans,
                session -> {
                    BodyScan bodies = scanner(session, extent.candidates);
                    return (span, found) -> bodies.scan(span, found::accept);
                },
                hit);
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
