package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSink;
import dev.sightglass.engine.store.form.ByteSource;
import dev.sightglass.engine.store.form.Sieve;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Writes what tells a search which packs it need not read. Entries of many packs share a row, since a search reads them all:
 * each commit adds a short row, and short rows are joined to a long one now and then. On the writing thread.
 */
final class SieveWriter {
    /** Rows with fewer packs than this are joined. */
    private static final int LONG_ROW = 512;

    private static final int JOIN_AT = 32;
    /** Rows of an earlier version are left as they are. */
    private static final String SHORT = "count < " + LONG_ROW + " AND letters = " + Sieve.LETTERS;

    private final Session session;
    private final Sieve sieve = new Sieve();
    private ByteSink entries = new ByteSink();
    private int count;
    private long last;
    private int shortRows;

    SieveWriter(Session session) throws SQLException {
        this.session = session;
        forget();
    }

    void forget() throws SQLException {
        entries = new ByteSink();
        count = 0;
        sieve.take();
        shortRows = (int) session.number("SELECT count(*) FROM sieve WHERE " + SHORT);
    }

    /**
     * Tells of a new pack. One whose base is the pack before says mostly the same in another dialect: only what is new in it is
     * told, and the base's entry, in the same row, holds for both.
     */
    void add(long pack, long base, List<byte[]> pieces) {
        for (byte[] piece : pieces) sieve.add(piece);
        boolean onLast = count > 0 && base == last;
        if (onLast) sieve.withoutLast();
        entries.number(pack).number(onLast ? 1 : 0).block(sieve.take());
        count++;
        last = pack;
    }

    /** Before each commit. */
    void write() throws SQLException {
        if (count == 0) return;
        insert(last, count, entries.toBytes());
        entries = new ByteSink();
        count = 0;
        if (++shortRows >= JOIN_AT) join();
    }

    private void join() throws SQLException {
        ByteSink all = new ByteSink();
        int packs = 0;
        List<Long> rows = new ArrayList<>();
        PreparedStatement query =
                session.statement("SELECT last, count, entries FROM sieve WHERE " + SHORT + " ORDER BY last");
        try (ResultSet result = query.executeQuery()) {
            while (result.next()) {
                rows.add(result.getLong(1));
                packs += result.getInt(2);
                all.put(result.getBytes(3));
            }
        }
        for (long row : rows) session.change("DELETE FROM sieve WHERE last = ?", row);
        insert(rows.getLast(), packs, all.toBytes());
        shortRows = packs < LONG_ROW ? 1 : 0;
    }

    /** Deletes what is told of packs that are no more. Inside a transaction. */
    static void keepOnly(Session session, LongPredicate alive) throws SQLException {
        List<Long> rows = new ArrayList<>();
        try (ResultSet result =
                session.statement("SELECT last FROM sieve ORDER BY last").executeQuery()) {
            while (result.next()) rows.add(result.getLong(1));
        }
        for (long row : rows) keepOnly(session, row, alive);
    }

    private static void keepOnly(Session session, long row, LongPredicate alive) throws SQLException {
        byte[] entries;
        PreparedStatement query = session.statement("SELECT entries FROM sieve WHERE last = ?");
        query.setLong(1, row);
        try (ResultSet result = query.executeQuery()) {
            if (!result.next()) return;
            entries = result.getBytes(1);
        }
        ByteSink kept = new ByteSink(entries.length);
        Living living = living(entries, alive, kept);
        if (living.packs == 0) session.change("DELETE FROM sieve WHERE last = ?", row);
        else if (kept.size() < entries.length) {
            PreparedStatement update =
                    session.statement("UPDATE sieve SET last = ?, count = ?, entries = ? WHERE last = ?");
            update.setLong(1, living.last);
            update.setInt(2, living.packs);
            update.setBytes(3, kept.toBytes());
            update.setLong(4, row);
            update.executeUpdate();
        }
    }

    private record Living(int packs, long last) {}

    /** Copies the entries of packs that are still there; a base, which stands before its pack, lives as long as that. */
    private static Living living(byte[] entries, LongPredicate alive, ByteSink kept) {
        ByteSource source = new ByteSource(entries);
        int packs = 0;
        long last = 0;
        while (source.hasMore()) {
            int start = source.position();
            long pack = source.number();
            source.number();
            source.skip(source.count());
            if (!alive.test(pack)) continue;
            kept.put(entries, start, source.position());
            packs++;
            last = pack;
        }
        return new Living(packs, last);
    }

    private void insert(long key, int packs, byte[] bytes) throws SQLException {
        PreparedStatement insert =
                session.statement("INSERT INTO sieve(last, count, entries, letters) VALUES(?, ?, ?, ?)");
        insert.setLong(1, key);
        insert.setInt(2, packs);
        insert.setBytes(3, bytes);
        insert.setInt(4, Sieve.LETTERS);
        insert.executeUpdate();
    }
}
