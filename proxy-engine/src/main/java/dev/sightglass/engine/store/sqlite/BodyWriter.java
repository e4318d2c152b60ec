package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.form.ByteSink;
import dev.sightglass.engine.store.form.CutBody;
import dev.sightglass.engine.store.form.MarksForm;
import dev.sightglass.engine.store.form.RequestCutter;
import dev.sightglass.engine.store.form.StreamForm;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes bodies: while they arrive as a tail, then in their lasting form. On the writing thread, inside a transaction. */
final class BodyWriter {
    private final Session session;
    private final PieceWriter pieces;

    BodyWriter(Session session, PieceWriter pieces) {
        this.session = session;
        this.pieces = pieces;
    }

    /** The upstream's answer whose times lead the client's. */
    private record Lead(long place, ArrivalMarks marks) {}

    /** An answer's body with its arrival times. */
    record Answer(BodyRef ref, byte[] bytes, ArrivalMarks marks) {}

    void tail(BodyRef ref, LiveBody.News news) throws SQLException {
        PreparedStatement insert = session.statement(
                "INSERT INTO tail(exchange, part, attempt, marks, bytes, crc) VALUES(?, ?, ?, ?, ?, ?)");
        byte[] marks = MarksForm.encode(news.marks(), ArrivalMarks.NONE, new byte[0]);
        insert.setLong(1, ref.exchange().number());
        insert.setInt(2, ref.part().ordinal());
        insert.setInt(3, ref.attempt());
        insert.setBytes(4, marks);
        insert.setBytes(5, news.bytes());
        insert.setLong(6, Checksum.of(ref, marks, news.bytes()));
        insert.executeUpdate();
    }

    /** A request, cut at the protocol's joints. */
    void request(BodyRef ref, byte[] bytes) throws SQLException {
        PieceWriter.Batch batch = pieces.new Batch(baseFor(ref));
        CutBody cut = RequestCutter.cut(bytes);
        RequestWriter writer = new RequestWriter(pieces, batch, cut);
        byte[] recipe = writer.write();
        long own = batch.add(writer.own());
        batch.flush();
        put(ref, BodyForms.RECIPE, bytes, own, recipe);
    }

    /**
     * The answers of one exchange together, since they say the same in several dialects: what the upstream sent first, as its
     * times lead the others.
     */
    void answers(List<Answer> answers) throws SQLException {
        if (answers.isEmpty()) return;
        PieceWriter.Batch batch =
                pieces.new Batch(rootFor(answers.getFirst().ref.exchange()));
        List<Answer> inOrder = answers.stream()
                .sorted(Comparator.comparingInt(a -> a.ref.part() == BodyPart.UPSTREAM_RESPONSE ? 0 : 1))
                .toList();
        Lead lead = new Lead(0, ArrivalMarks.NONE);
        for (Answer answer : inOrder) {
            batch.flushBefore(2);
            long place = batch.add(StreamForm.encode(answer.bytes));
            put(answer.ref, BodyForms.STREAM, answer.bytes, place, null);
            boolean leads = answer.ref.part() == BodyPart.UPSTREAM_RESPONSE;
            if (leads || Pack.packOf(lead.place) != Pack.packOf(place)) lead = new Lead(place, ArrivalMarks.NONE);
            byte[] marks = MarksForm.encode(answer.marks, lead.marks, answer.bytes);
            batch.add(new ByteSink(marks.length + 1)
                    .number(place - lead.place)
                    .put(marks)
                    .toBytes());
            if (leads) lead = new Lead(place, MarksForm.decode(marks, ArrivalMarks.NONE, answer.bytes));
        }
        batch.flush();
    }

    /** The first pack of the conversation: it has most of the words that an answer uses. */
    private long rootFor(ExchangeId exchange) throws SQLException {
        long pack = session.number(
                "SELECT pack FROM body WHERE exchange = ? AND part = ? AND attempt = 0",
                exchange.number(),
                BodyPart.DOWNSTREAM_REQUEST.ordinal());
        return pack == 0 ? 0 : pieces.rootOf(pack);
    }

    void dropTail(BodyRef ref) throws SQLException {
        session.change(
                "DELETE FROM tail WHERE exchange = ? AND part = ? AND attempt = ?",
                ref.exchange().number(),
                ref.part().ordinal(),
                ref.attempt());
    }

    /** The upstream's request says what the client's said: that is what it is compressed against. */
    private long baseFor(BodyRef ref) throws SQLException {
        if (ref.part() != BodyPart.UPSTREAM_REQUEST) return 0;
        return session.number(
                "SELECT pack FROM body WHERE exchange = ? AND part = ? AND attempt = 0",
                ref.exchange().number(),
                BodyPart.DOWNSTREAM_REQUEST.ordinal());
    }

    private void put(BodyRef ref, int form, byte[] bytes, long own, byte @Nullable [] recipe) throws SQLException {
        PreparedStatement insert = session.statement(
                "INSERT OR REPLACE INTO"
                        + " body(exchange, part, attempt, form, size, crc, pack, slot, recipe) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, ref.exchange().number());
        insert.setInt(2, ref.part().ordinal());
        insert.setInt(3, ref.attempt());
        insert.setInt(4, form);
        insert.setInt(5, bytes.length);
        insert.setLong(6, Checksum.of(ref, bytes));
        insert.setLong(7, Pack.packOf(own));
        insert.setInt(8, Pack.placeOf(own));
        insert.setBytes(9, recipe);
        insert.executeUpdate();
    }

    /** Turns a cut body into a recipe. */
    private static final class RequestWriter {
        private final PieceWriter pieces;
        private final PieceWriter.Batch batch;
        private final CutBody cut;
        private final ByteSink glue = new ByteSink();
        private final ByteSink patched = new ByteSink();
        private final List<Recipe.Item> items = new ArrayList<>();
        private final List<Recipe.Item> row = new ArrayList<>();
        private final List<Recipe.Patch> patches = new ArrayList<>();
        private int position;
        private int lift;

        RequestWriter(PieceWriter pieces, PieceWriter.Batch batch, CutBody cut) {
            this.pieces = pieces;
            this.batch = batch;
            this.cut = cut;
        }

        /** The body's own bytes: all glue, then all patches. */
        byte[] own() {
            return new ByteSink(glue.size() + patched.size())
                    .put(glue.toBytes())
                    .put(patched.toBytes())
                    .toBytes();
        }

        byte[] write() throws SQLException {
            for (CutBody.Span span : cut.spans()) {
                if (span.kept()) {
                    row.add(new Recipe.Piece(keep(span)));
                    continue;
                }
                endRow();
                items.add(new Recipe.Glue(span.end() - span.start()));
                glue.put(cut.bytes(), span.start(), span.end());
                position += span.end() - span.start();
            }
            endRow();
            return new Recipe(items, patches).encode();
        }

        private void endRow() throws SQLException {
            items.addAll(pieces.list(row));
            row.clear();
        }

        private long keep(CutBody.Span span) throws SQLException {
            if (lift < cut.lifts().size() && cut.lifts().get(lift).end() <= span.end()) {
                byte[] clean = clean(span);
                return batch.keep(clean, 0, clean.length);
            }
            position += span.end() - span.start();
            return batch.keep(cut.bytes(), span.start(), span.end());
        }

        /** A span without what is lifted out of it. */
        private byte[] clean(CutBody.Span span) {
            ByteSink sink = new ByteSink(span.end() - span.start());
            int at = span.start();
            while (lift < cut.lifts().size() && cut.lifts().get(lift).end() <= span.end()) {
                CutBody.Lift next = cut.lifts().get(lift++);
                sink.put(cut.bytes(), at, next.start());
                patches.add(new Recipe.Patch(position + sink.size(), next.end() - next.start()));
                patched.put(cut.bytes(), next.start(), next.end());
                at = next.end();
            }
            sink.put(cut.bytes(), at, span.end());
            position += sink.size();
            return sink.toBytes();
        }
    }
}
