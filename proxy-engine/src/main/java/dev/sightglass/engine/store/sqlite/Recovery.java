package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Attempt;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Leg;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ends, on opening, the exchanges that a crash left unfinished: what had arrived is kept, the outcome is interrupted. */
final class Recovery {
    private final Session session;
    private final Words words;
    private final BodyReader reader;
    private final BodyWriter writer;
    /** Bodies of which something had arrived that cannot be read. */
    private final Set<BodyRef> lost = new HashSet<>();

    private Recovery(Session session, Packs packs, Words words, BodyWriter writer) {
        this.session = session;
        this.words = words;
        this.reader = new BodyReader(packs);
        this.writer = writer;
    }

    static void run(Session session, Packs packs, Words words, BodyWriter writer, LexiconWriter lexicons)
            throws SQLException {
        Recovery recovery = new Recovery(session, packs, words, writer);
        List<ExchangeId> open = recovery.open();
        if (open.isEmpty()) return;
        session.begin();
        try {
            for (ExchangeId id : open) recovery.end(id);
            lexicons.write();
            session.commit();
        } catch (SQLException | RuntimeException e) {
            session.rollback();
            throw e;
        }
    }

    private List<ExchangeId> open() throws SQLException {
        List<ExchangeId> ids = new ArrayList<>();
        try (ResultSet rows = session.statement(
                        "SELECT id FROM exchange WHERE open = 1 UNION SELECT DISTINCT exchange FROM tail")
                .executeQuery()) {
            while (rows.next()) ids.add(new ExchangeId(rows.getLong(1)));
        }
        return ids;
    }

    private void end(ExchangeId id) throws SQLException {
        Optional<Exchange> found = ExchangeReader.find(session, words, id);
        if (found.isEmpty()) {
            session.change("DELETE FROM tail WHERE exchange = ?", id.number());
            return;
        }
        List<BodyWriter.Answer> answers = new ArrayList<>();
        for (BodyRef ref : tails(id)) {
            RecordedBody body = reader.read(session, ref);
            if (body.body() instanceof Body.NotCaptured) lost.add(ref);
            else if (LiveExchange.isRequest(ref)) writer.request(ref, body.bytes());
            else answers.add(new BodyWriter.Answer(ref, body.bytes(), body.marks()));
        }
        writer.answers(answers);
        List<BodyRef> cut = answers.stream().map(BodyWriter.Answer::ref).toList();
        session.change("DELETE FROM tail WHERE exchange = ?", id.number());
        Exchange ended = interrupted(found.get(), cut);
        ExchangeRows.write(session, words, ended.summary(), DetailForm.encode(ended, session.zstd()));
    }

    private List<BodyRef> tails(ExchangeId id) throws SQLException {
        List<BodyRef> refs = new ArrayList<>();
        PreparedStatement query = session.statement("SELECT DISTINCT part, attempt FROM tail WHERE exchange = ?");
        query.setLong(1, id.number());
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) refs.add(new BodyRef(id, BodyPart.values()[rows.getInt(1)], rows.getInt(2)));
        }
        return refs;
    }

    /** The exchange with its outcome, and each body that was still arriving told as what is there of it. */
    private Exchange interrupted(Exchange exchange, List<BodyRef> cut) throws SQLException {
        ExchangeSummary summary = exchange.summary();
        if (summary.inFlight()) summary = summary.with(new Outcome.Interrupted());
        List<Attempt> attempts = new ArrayList<>();
        for (Attempt a : exchange.attempts()) {
            Leg leg = settled(
                    exchange.id(), a.leg(), BodyPart.UPSTREAM_REQUEST, BodyPart.UPSTREAM_RESPONSE, a.number(), cut);
            attempts.add(new Attempt(a.number(), leg, a.sentAt(), a.endedAt(), a.reason(), a.failure()));
        }
        Leg downstream = settled(
                exchange.id(),
                exchange.downstream(),
                BodyPart.DOWNSTREAM_REQUEST,
                BodyPart.DOWNSTREAM_RESPONSE,
                0,
                cut);
        return new Exchange(summary, downstream, attempts, exchange.notes());
    }

    private Leg settled(ExchangeId id, Leg leg, BodyPart request, BodyPart response, int attempt, List<BodyRef> cut)
            throws SQLException {
        return new Leg(
                leg.request(),
                settled(new BodyRef(id, request, attempt), leg.requestBody(), cut),
                leg.response(),
                settled(new BodyRef(id, response, attempt), leg.responseBody(), cut));
    }

    private Body settled(BodyRef ref, Body body, List<BodyRef> cut) throws SQLException {
        if (!(body instanceof Body.Arriving) && !(body instanceof Body.Empty)) return body;
        long kept = session.number(
                "SELECT size FROM body WHERE exchange = ? AND part = ? AND attempt = ?",
                ref.exchange().number(),
                ref.part().ordinal(),
                ref.attempt());
        if (kept == 0 && (body.size() > 0 || lost.contains(ref)))
            return new Body.NotCaptured(body.size(), Body.Reason.STORE_FAILED);
        if (kept == 0) return Body.EMPTY;
        return cut.contains(ref) ? new Body.Truncated(kept, kept) : new Body.Captured(kept);
    }
}
