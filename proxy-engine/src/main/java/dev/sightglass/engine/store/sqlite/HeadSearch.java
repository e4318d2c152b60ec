package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.HeadText;
import dev.sightglass.engine.store.form.TextMatcher;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Looks for a text in URLs, headers and messages of failures, newest exchanges first. Their stored form is gone over as it
 * is; only one that has the text somewhere is made into an exchange, to see whether it stands in what was meant.
 */
final class HeadSearch {
    /** Exchanges looked at in one question, between which a search can be ended. */
    private static final int SPAN = 1_000;

    private final Questions questions;
    private final LiveExchanges live;
    private final Words words;
    private final String text;
    private final String lowerText;
    private final TextMatcher matcher;

    HeadSearch(Questions questions, LiveExchanges live, Words words, String text) {
        this.questions = questions;
        this.live = live;
        this.words = words;
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

    /** Tells all, as they come. */
    void run(Consumer<ExchangeId> found) {
        for (LiveExchange exchange : live.newestFirst()) {
            Exchange latest = exchange.latest();
            if (latest != null && HeadText.holds(latest, text)) found.accept(latest.id());
        }
        new SearchCrew(questions).each(spans(0), session -> (span, hit) -> search(session, span, hit), found);
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
                search(session, span, hits::add);
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
            for (long end = session.number("SELECT max(id) FROM exchange") + 1; end > first; end -= SPAN)
                spans.add(new Span(Math.max(first, end - SPAN), end));
            return spans;
        });
    }

    private void search(Session session, Span span, Consumer<ExchangeId> found) throws SQLException {
        List<ExchangeId> near = new ArrayList<>();
        PreparedStatement query = session.statement(
                "SELECT id, detail, outcome_message FROM exchange WHERE id >= ? AND id < ? ORDER BY id DESC");
        query.setLong(1, span.first);
        query.setLong(2, span.end);
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) if (mayHold(session, row)) near.add(new ExchangeId(row.getLong(1)));
        }
        for (ExchangeId id : near) if (holds(session, id)) found.accept(id);
    }

    private boolean mayHold(Session session, ResultSet row) throws SQLException {
        String message = row.getString(3);
        if (message != null && message.toLowerCase(Locale.ROOT).contains(lowerText)) return true;
        try {
            return matcher.matches(session.zstd().unpackDetail(row.getBytes(2)));
        } catch (RuntimeException _) {
            return false; // damaged: there is nothing to be found in it
        }
    }

    private boolean holds(Session session, ExchangeId id) throws SQLException {
        try {
            Optional<Exchange> exchange = ExchangeReader.find(session, words, id);
            return exchange.isPresent() && HeadText.holds(exchange.get(), text);
        } catch (RuntimeException _) {
            Optional<ExchangeSummary> summary = ExchangeReader.summary(session, words, id);
            return summary.isPresent() && HeadText.holds(BareExchange.of(summary.get()), text);
        }
    }
}
