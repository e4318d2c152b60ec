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
    private final TextMatcher matcher;

    HeadSearch(Questions questions, LiveExchanges live, Words words, String text) {
        this.questions = questions;
        this.live = live;
        this.words = words;
        this.text = text;
        this.matcher = new TextMatcher(longestPart(text));
    }

    /** What is one line to a reader (name: value) is apart in the stored form: that is dismissed by the longest part. */
    private static String longestPart(String text) {
        String longest = "";
        for (String part : text.split(": |\\s", -1)) if (part.length() > longest.length()) longest = part;
        return longest.isEmpty() ? text : longest;
    }

    /** @param found returns false when that is enough */
    void run(Predicate<ExchangeId> found) {
        for (LiveExchange exchange : live.newestFirst()) {
            Exchange latest = exchange.latest();
            if (latest != null && HeadText.holds(latest, text) && !found.test(latest.id())) return;
        }
        long before = Long.MAX_VALUE;
        while (!Thread.currentThread().isInterrupted()) {
            Span span = span(before);
            for (ExchangeId id : span.hits) if (!found.test(id)) return;
            if (span.rows < SPAN) return;
            before = span.oldest;
        }
    }

    private record Span(List<ExchangeId> hits, int rows, long oldest) {}

    private Span span(long before) {
        return questions.ask(session -> {
            List<ExchangeId> near = new ArrayList<>();
            int rows = 0;
            long oldest = before;
            PreparedStatement query = session.statement(
                    "SELECT id, detail, outcome_message FROM exchange WHERE id < ? ORDER BY id DESC LIMIT ?");
            query.setLong(1, before);
            query.setInt(2, SPAN);
            try (ResultSet row = query.executeQuery()) {
                for (; row.next(); rows++) {
                    oldest = row.getLong(1);
                    if (mayHold(session, row)) near.add(new ExchangeId(oldest));
                }
            }
            List<ExchangeId> hits = new ArrayList<>();
            for (ExchangeId id : near) if (holds(session, id)) hits.add(id);
            return new Span(hits, rows, oldest);
        });
    }

    private boolean mayHold(Session session, ResultSet row) throws SQLException {
        String message = row.getString(3);
        if (message != null && message.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) return true;
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
