package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSink;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps pieces and runs, each once, and puts new ones together in packs. On the writing thread, inside a transaction. */
final class PieceWriter {
    /** 96 bits of SHA-256: among ten million pieces two are the same by chance once in 10^15 stores. */
    private static final int HASH_BYTES = 12;

    private static final int REMEMBERED = 20_000;
    private static final int PACK_BYTES = 256 << 10;
    /** Some requests of the conversations under way, both legs. */
    private static final long RECENT_BYTES = 4 << 20;

    private final Session session;
    private final Packs packs;
    private final LexiconWriter lexicons;
    private final Map<ByteBuffer, Long> refs = new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Long> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final RecentPieces recent = new RecentPieces(RECENT_BYTES);
    private long nextPack;
    private long nextRun;
    /** Null until something is written: Java's security takes a while to start. */
    private @Nullable MessageDigest digest;

    PieceWriter(Session session, Packs packs, LexiconWriter lexicons) throws SQLException {
        this.session = session;
        this.packs = packs;
        this.lexicons = lexicons;
        forget();
    }

    /** Forgets what a failed transaction made it believe. */
    void forget() throws SQLException {
        refs.clear();
        recent.forget();
        nextPack = highest("pack") + 1;
        nextRun = highest("run") + 1;
    }

    private long highest(String table) throws SQLException {
        return session.number("SELECT seq FROM sqlite_sequence WHERE name = '" + table + "'");
    }

    /** New pieces under way, for one pack after the other. */
    final class Batch {
        private final List<byte[]> pieces = new ArrayList<>();
        private long base;
        private int bytes;

        Batch(long base) {
            this.base = base;
        }

        /** Where a piece equal to these bytes is, or goes now. */
        long keep(byte[] from, int start, int end) throws SQLException {
            Long same = recent.find(from, start, end);
            if (same != null) return known(same);
            byte[] piece = Arrays.copyOfRange(from, start, end);
            ByteBuffer hash = hash(piece);
            Long known = find(hash);
            if (known == null) flushBefore(1);
            else {
                recent.put(piece, known);
                return known(known);
            }
            long ref = add(piece);
            remember(hash, ref);
            recent.put(piece, ref);
            return ref;
        }

        private long known(long ref) throws SQLException {
            if (base == 0 && Pack.packOf(ref) < nextPack) base = rootOf(Pack.packOf(ref));
            return ref;
        }

        /** Puts bytes in the pack whether or not they are known. */
        long add(byte[] piece) throws SQLException {
            if (pieces.size() == Pack.MOST_PIECES) flush();
            pieces.add(piece);
            bytes += piece.length;
            return Pack.ref(nextPack, pieces.size() - 1);
        }

        /** Makes sure that as many more pieces will share one pack. */
        void flushBefore(int more) throws SQLException {
            if (pieces.size() + more > Pack.MOST_PIECES || bytes > PACK_BYTES) flush();
        }

        void flush() throws SQLException {
            if (pieces.isEmpty()) return;
            byte[] raw = Pack.encode(pieces);
            byte[] data = session.zstd().pack(raw, base, () -> packs.dictionary(session, base));
            insertPack(nextPack, base, raw.length, data);
            lexicons.add(nextPack, base, pieces);
            nextPack++;
            pieces.clear();
            bytes = 0;
        }
    }

    /** The pack at the end of the chain of bases. */
    long rootOf(long pack) throws SQLException {
        long root = pack;
        for (int i = 0; i <= Packs.DEEPEST; i++) {
            long base = session.number("SELECT base FROM pack WHERE id = ?", root);
            if (base == 0) break;
            root = base;
        }
        return root;
    }

    private void insertPack(long id, long base, int size, byte[] data) throws SQLException {
        PreparedStatement insert = session.statement("INSERT INTO pack(id, base, size, data) VALUES(?, ?, ?, ?)");
        insert.setLong(1, id);
        insert.setLong(2, base);
        insert.setInt(3, size);
        insert.setBytes(4, data);
        insert.executeUpdate();
    }

    /** Lists pieces in few items: every 16 in a row become a run, and every 16 runs one again. */
    List<Recipe.Item> list(List<Recipe.Item> items) throws SQLException {
        if (items.size() < Runs.LENGTH) return items;
        int whole = items.size() / Runs.LENGTH * Runs.LENGTH;
        List<Recipe.Item> runs = new ArrayList<>();
        for (int i = 0; i < whole; i += Runs.LENGTH) runs.add(run(items.subList(i, i + Runs.LENGTH)));
        List<Recipe.Item> listed = new ArrayList<>(list(runs));
        listed.addAll(items.subList(whole, items.size()));
        return listed;
    }

    private Recipe.Run run(List<Recipe.Item> items) throws SQLException {
        ByteSink sink = new ByteSink();
        Recipe.encode(items, sink);
        byte[] form = sink.toBytes();
        digest().update((byte) 'r');
        ByteBuffer hash = hash(form);
        Long known = find(hash);
        if (known != null) return new Recipe.Run(-known);
        long id = nextRun++;
        PreparedStatement insert = session.statement("INSERT INTO run(id, items) VALUES(?, ?)");
        insert.setLong(1, id);
        insert.setBytes(2, form);
        insert.executeUpdate();
        remember(hash, -id);
        return new Recipe.Run(id);
    }

    private MessageDigest digest() {
        MessageDigest made = digest;
        if (made != null) return made;
        try {
            MessageDigest fresh = MessageDigest.getInstance("SHA-256");
            digest = fresh;
            return fresh;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private ByteBuffer hash(byte[] bytes) {
        return ByteBuffer.wrap(Arrays.copyOf(digest().digest(bytes), HASH_BYTES));
    }

    @SuppressWarnings("ByteBufferBackingArray") // made by hash(byte[]), which wraps a whole array
    private @Nullable Long find(ByteBuffer hash) throws SQLException {
        Long known = refs.get(hash);
        if (known != null) return known;
        PreparedStatement query = session.statement("SELECT ref FROM piece WHERE hash = ?");
        query.setBytes(1, hash.array());
        try (ResultSet rows = query.executeQuery()) {
            if (!rows.next()) return null;
            long ref = rows.getLong(1);
            refs.put(hash, ref);
            return ref;
        }
    }

    @SuppressWarnings("ByteBufferBackingArray") // made by hash(byte[]), which wraps a whole array
    private void remember(ByteBuffer hash, long ref) throws SQLException {
        PreparedStatement insert = session.statement("INSERT INTO piece(hash, ref) VALUES(?, ?)");
        insert.setBytes(1, hash.array());
        insert.setLong(2, ref);
        insert.executeUpdate();
        refs.put(hash, ref);
    }
}
