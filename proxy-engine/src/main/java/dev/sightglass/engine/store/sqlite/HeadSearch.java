package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.HeadText;
import dev.sightglass.engine.store.form.TextMatcher;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Looks for a text in URLs, headers and messages of failures, newest exchanges first. Their stored form is gone over as it
 * is; only of one that has the text somewhere it is looked whether it stands in what was meant.
 */
final class HeadSearch {
    /** Exchanges looked at in one question, between which a search can be ended. */
    private static final int SPAN = 1_000;

    private final Questions questions;
    private final LiveExchanges live;
    private final String text;
    private final String lowerText;
    private final TextMatcher matcher;

    HeadSearch(Questions questions, LiveExchanges live, String text) {
        this.questions = questions;
        this.live = live;
        this.text = text;
        this.lowerText = text.toLowerCase(Locale.ROOT);
        this.matcher = new TextMatcher(longestPart(text));
    }

    /** What is one line to a reader (name: value) is apart in the stored form: that is dismissed by the longest part. */
    private static String longestPart(String text) {
        String longest = "";
        for (String part : text.split(": |\\s", -1)) if (part.length() > longest.length()) longest = part;
        return longest.isEmpty() ? text : longest;
    }

    /** Tells those of the newest, which are what is looked for most often. */
    void runNewest(Consumer<ExchangeId> found) {
        for (LiveExchange exchange : live.newestFirst()) {
            Exchange latest = exchange.latest();
            if (latest != null && HeadText.holds(latest, text)) found.accept(latest.id());
        }
        List<Span> spans = spans(0);
        if (spans.isEmpty()) return;
        List<ExchangeId> hits = new ArrayList<>();
        questions.ask(session -> {
            search(session, spans.getFirst(), _ -> true, hits::add);
            return true;
        });
        hits.forEach(found);
    }

    /**
     * Tells all that are in the file, as they come.
     *
     * @param wanted false for exchanges that need not be looked at; asked by several threads
     */
    void run(Predicate<ExchangeId> wanted, Consumer<ExchangeId> found) {
        new SearchCrew(questions)
                .each(
                        SearchCrew.fromBothEnds(spans(0)),
                        session -> (span, hit) -> search(session, span, wanted, hit),
                        found);
    }

    /**
     * Tells the newest first.
     *
     * @param oldest older exchanges are not wanted
     * @param found returns false when that is enough
     */
    void run(long oldest, Predicate<ExchangeId> found) {
        for (LiveExchange exchange : live.newestFirst()) {
            Exchange latest = exchange.latest();
            if (latest != null && HeadText.holds(latest, text) && !found.test(latest.id())) return;
        }
        for (Span span : spans(oldest)) {
            List<ExchangeId> hits = new ArrayList<>();
            questions.ask(session -> {
                search(session, span, _ -> true, hits::add);
                return true;
            });
            for (ExchangeId id : hits) if (!found.test(id)) return;
            if (Thread.currentThread().isInterrupted()) return;
        }
    }

    /** Exchanges from {@code first} to before {@code end}. */
    private record Span(long first, long end) {}

    /** The newest first. */
    private List<Span> spans(long oldest) {
        return questions.ask(session -> {
            long first = Math.max(oldest, session.number("SELECT min(id) FROM exchange"));
            List<Span> spans = new ArrayList<>();
            for (long end = HighestNumber.of(session, "exchange", "id") + 1; end > first; end -= SPAN)
                spans.add(new Span(Math.max(first, end - SPAN), end));
            return spans;
        });
    }

    private void search(Session session, Span span, Predicate<ExchangeId> wanted, Consumer<ExchangeId> found)
            throws SQLException {
        PreparedStatement query = session.statement(
                "SELECT id, detail, outcome_message FROM exchange WHERE id >= ? AND id < ? ORDER BY id DESC");
        query.setLong(1, span.first);
        query.setLong(2, span.end);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                ExchangeId id = new ExchangeId(row.getLong(1));
                if (wanted.test(id) && holds(session, row)) found.accept(id);
            }
        }
    }

    private boolean holds(Session session, ResultSet row) throws SQLException {
        String message = row.getString(3);
        if (message != null && message.toLowerCase(Locale.ROOT).contains(lowerText)) return true;
        try {
            byte[] detail = session.zstd().unpackDetail(row.getBytes(2));
            return matcher.matches(detail) && HeadLines.hold(detail, lowerText);
        } catch (RuntimeException _) {
            return false; // damaged: there is nothing to be found in it
        }
    }
}
