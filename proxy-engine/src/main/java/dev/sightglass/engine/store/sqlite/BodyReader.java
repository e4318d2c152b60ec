package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.BodyRef;
import dev.sightglass.engine.store.RecordedBody;
import dev.sightglass.engine.store.form.ByteSink;
import dev.sightglass.engine.store.form.ByteSource;
import dev.sightglass.engine.store.form.MarksForm;
import dev.sightglass.engine.store.form.StreamForm;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.LongStream;

/** Puts bodies together again, byte for byte. */
final class BodyReader {
    /** There were bytes, and none of them can be read. */
    private static final RecordedBody LOST =
            new RecordedBody(new Body.NotCaptured(0, Body.Reason.STORE_FAILED), new byte[0], ArrivalMarks.NONE);

    private final Packs packs;

    BodyReader(Packs packs) {
        this.packs = packs;
    }

    /** The bytes in the database; an IllegalArgumentException tells that they are damaged. */
    RecordedBody read(Session session, BodyRef ref) throws SQLException {
        int form;
        int size;
        long crc;
        long own;
        byte[] recipe;
        PreparedStatement query = session.statement(
                "SELECT form, size, crc, pack, slot, recipe FROM body WHERE exchange = ? AND part = ? AND attempt = ?");
        place(query, ref);
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) return tail(session, ref);
            form = row.getInt(1);
            size = row.getInt(2);
            crc = row.getLong(3);
            own = Pack.ref(row.getLong(4), row.getInt(5));
            recipe = row.getBytes(6);
        }
        RecordedBody body = form == BodyForms.RECIPE ? request(session, recipe, own, size) : answer(session, own, size);
        if (body.bytes().length != size || !Checksum.fits(crc, ref, body.bytes()))
            throw new IllegalArgumentException("the body does not have the checksum that it was written with");
        return body;
    }

    private RecordedBody answer(Session session, long own, int size) throws SQLException {
        Pack pack = packs.get(session, Pack.packOf(own));
        int place = Pack.placeOf(own);
        return answer(pack, place, StreamForm.decode(pack.piece(place), size));
    }

    /** The marks begin with the distance back to the body whose marks lead them, or 0. */
    private static RecordedBody answer(Pack pack, int place, byte[] bytes) {
        ByteSource source = new ByteSource(pack.piece(place + 1));
        int back = (int) source.number();
        if (back > place) throw new IllegalArgumentException("the arrival marks of a body are damaged");
        ArrivalMarks lead = back == 0
                ? ArrivalMarks.NONE
                : answer(pack, place - back, StreamForm.decode(pack.piece(place - back)))
                        .marks();
        return whole(bytes, MarksForm.decode(source.rest(), lead, bytes));
    }

    private RecordedBody request(Session session, byte[] form, long own, int size) throws SQLException {
        Recipe recipe = Recipe.decode(form);
        Pack pack = packs.get(session, Pack.packOf(own));
        BodyAssembly body = new BodyAssembly(size, recipe, pack, Pack.placeOf(own));
        for (Recipe.Item item : Runs.expand(session, recipe.items())) {
            if (item instanceof Recipe.Glue glue) {
                body.glue(glue.length());
            } else if (item instanceof Recipe.Piece piece) {
                if (pack.id() != Pack.packOf(piece.ref())) pack = packs.get(session, Pack.packOf(piece.ref()));
                body.piece(pack, Pack.placeOf(piece.ref()));
            }
        }
        return whole(body.bytes(), ArrivalMarks.NONE);
    }

    /** What had arrived of a body that is not in its lasting form yet; as far as nothing is missing of it. */
    private static RecordedBody tail(Session session, BodyRef ref) throws SQLException {
        ByteSink bytes = new ByteSink();
        LongStream.Builder times = LongStream.builder();
        LongStream.Builder ends = LongStream.builder();
        PreparedStatement query = session.statement(
                "SELECT marks, bytes, crc FROM tail WHERE exchange = ? AND part = ? AND attempt = ? ORDER BY id");
        place(query, ref);
        boolean any = false;
        boolean readable = false;
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                any = true;
                byte[] form = rows.getBytes(1);
                byte[] piece = rows.getBytes(2);
                long crc = rows.getLong(3);
                if (!rows.wasNull() && crc != Checksum.of(ref, form, piece)) break;
                ArrivalMarks marks = MarksForm.decode(form, ArrivalMarks.NONE, new byte[0]);
                if (marks.size() == 0 || marks.ends()[marks.size() - 1] != bytes.size() + piece.length) break;
                readable = true;
                for (long time : marks.times()) times.add(time);
                for (long end : marks.ends()) ends.add(end);
                bytes.put(piece);
            }
        }
        if (!readable) return any ? LOST : RecordedBody.EMPTY;
        ArrivalMarks marks =
                new ArrivalMarks(times.build().toArray(), ends.build().toArray());
        return new RecordedBody(new Body.Arriving(bytes.size()), bytes.toBytes(), marks);
    }

    private static void place(PreparedStatement query, BodyRef ref) throws SQLException {
        query.setLong(1, ref.exchange().number());
        query.setInt(2, ref.part().ordinal());
        query.setInt(3, ref.attempt());
    }

    private static RecordedBody whole(byte[] bytes, ArrivalMarks marks) {
        return new RecordedBody(bytes.length == 0 ? Body.EMPTY : new Body.Captured(bytes.length), bytes, marks);
    }
}
