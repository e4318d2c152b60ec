package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSource;
import dev.sightglass.engine.store.form.Sieve;
import dev.sightglass.engine.store.form.TextMatcher;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which pieces hold the text of one search; found out when first asked, and remembered. */
final class PieceVerdicts {
    private static final long NOWHERE = Long.MAX_VALUE;

    private final Session session;
    private final Packs packs;
    private final TextMatcher matcher;
    private final int[] question;
    /** Packs whose sieve lets the text pass; known from {@link #knownFrom} on. */
    private final BitSet candidates = new BitSet();

    private long knownFrom = Long.MAX_VALUE;
    private final Map<Long, BitSet> hits = new HashMap<>();
    private final Map<Long, Boolean> runs = new HashMap<>();

    PieceVerdicts(Session session, Packs packs, TextMatcher matcher, String text) {
        this.session = session;
        this.packs = packs;
        this.matcher = matcher;
        this.question = Sieve.question(text);
    }

    boolean holds(long pack, int place) throws SQLException {
        while (pack < knownFrom) loadSieves();
        return candidates.get((int) pack) && hits(pack).get(place);
    }

    /** The oldest pack that holds the text: nothing made of older ones does. Looks at every candidate. */
    long oldestHit() throws SQLException {
        while (knownFrom > 0) loadSieves();
        for (int pack = candidates.nextSetBit(0); pack >= 0; pack = candidates.nextSetBit(pack + 1)) {
            if (Thread.currentThread().isInterrupted()) return NOWHERE;
            if (!hits(pack).isEmpty()) return pack;
            candidates.clear(pack);
        }
        return NOWHERE;
    }

    /** True when any piece of a recipe holds the text. Reads the recipe as {@link Recipe#decodeItems} does, without objects. */
    boolean holdsAny(byte[] recipe) throws SQLException {
        return holdsAny(new ByteSource(recipe));
    }

    private boolean holdsAny(ByteSource source) throws SQLException {
        int count = source.count();
        long ref = 0;
        long run = 0;
        for (int i = 0; i < count; i++) {
            long code = source.number();
            long step = ByteSource.unzigzag(code >>> 2);
            if ((code & 3) == 1) {
                ref += step;
                if (holds(Pack.packOf(ref), Pack.placeOf(ref))) return true;
            } else if ((code & 3) == 2) {
                run += step;
                if (runHolds(run)) return true;
            }
        }
        return false;
    }

    private boolean runHolds(long run) throws SQLException {
        Boolean known = runs.get(run);
        if (known != null) return known;
        byte[] items;
        PreparedStatement query = session.statement("SELECT items FROM run WHERE id = ?");
        query.setLong(1, run);
        try (ResultSet rows = query.executeQuery()) {
            if (!rows.next()) return false;
            items = rows.getBytes(1);
        }
        boolean holds = holdsAny(new ByteSource(items));
        runs.put(run, holds);
        return holds;
    }

    private BitSet hits(long id) throws SQLException {
        BitSet known = hits.get(id);
        if (known != null) return known;
        BitSet found = new BitSet();
        Pack pack = packs.glance(session, id);
        for (int place = 0; place < pack.count(); place++) if (matcher.matches(pack.piece(place))) found.set(place);
        hits.put(id, found);
        return found;
    }

    /** The next older row of sieves. */
    private void loadSieves() throws SQLException {
        PreparedStatement query =
                session.statement("SELECT last, entries FROM sieve WHERE last < ? ORDER BY last DESC LIMIT 1");
        query.setLong(1, knownFrom);
        try (ResultSet rows = query.executeQuery()) {
            if (!rows.next()) {
                knownFrom = 0;
                return;
            }
            knownFrom = Math.min(rows.getLong(1), readSieves(rows.getBytes(2)));
        }
    }

    /** Returns the first pack that the entries tell of. */
    private long readSieves(byte[] entries) {
        ByteSource source = new ByteSource(entries);
        long first = Long.MAX_VALUE;
        int baseStart = 0;
        int baseLength = 0;
        while (source.hasMore()) {
            long pack = source.number();
            boolean onBase = source.number() == 1;
            int length = source.count();
            int start = source.skip(length);
            boolean passes = true;
            for (int hash : question)
                passes &= Sieve.has(entries, start, length, hash)
                        || onBase && Sieve.has(entries, baseStart, baseLength, hash);
            if (passes) candidates.set((int) pack);
            first = Math.min(first, pack);
            baseStart = start;
            baseLength = length;
        }
        return first;
    }
}
