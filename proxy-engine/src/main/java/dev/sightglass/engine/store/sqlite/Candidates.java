package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSource;
import dev.sightglass.engine.store.form.Sieve;
import dev.sightglass.engine.store.form.TextMatcher;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Which packs can hold the text of one search: those whose sieve lets it pass and that were not looked at in vain. Packs of
 * rows of sieves that are not read yet can all. Shared by the threads of a search.
 */
final class Candidates {
    private static final BitSet NONE = new BitSet();

    private final Packs packs;
    private final TextMatcher matcher;
    private final int[] question;
    /** For sieves of an earlier version. */
    private final int[] questionOfThree;

    private final AtomicLongArray passing;
    private final Map<Long, BitSet> hits = new ConcurrentHashMap<>();
    /** Packs from this one on are told in {@link #passing}. */
    private volatile long knownFrom;

    /** @param newest the newest pack that there is; later ones can all hold the text */
    Candidates(Packs packs, TextMatcher matcher, String text, long newest) {
        this.packs = packs;
        this.matcher = matcher;
        question = Sieve.question(text);
        questionOfThree = Sieve.question(text, 3);
        passing = new AtomicLongArray((int) (newest >>> 6) + 1);
        knownFrom = Long.MAX_VALUE;
    }

    /** The rows of sieves by the newest pack that each tells of, newest first. */
    static List<Long> rows(Session session) throws SQLException {
        List<Long> found = new ArrayList<>();
        try (ResultSet rows =
                session.statement("SELECT last FROM sieve ORDER BY last DESC").executeQuery()) {
            while (rows.next()) found.add(rows.getLong(1));
        }
        return found;
    }

    /** Reads one row of sieves; returns the first pack that it tells of. */
    long load(Session session, long row) throws SQLException {
        PreparedStatement query = session.statement("SELECT entries, letters FROM sieve WHERE last = ?");
        query.setLong(1, row);
        try (ResultSet rows = query.executeQuery()) {
            if (!rows.next()) return row;
            return load(rows.getBytes(1), rows.getInt(2) == Sieve.LETTERS ? question : questionOfThree);
        }
    }

    private long load(byte[] entries, int[] asked) {
        ByteSource source = new ByteSource(entries);
        long first = Long.MAX_VALUE;
        int baseStart = 0;
        int baseLength = 0;
        while (source.hasMore()) {
            long pack = source.number();
            boolean onBase = source.number() == 1;
            int length = source.count();
            int start = source.skip(length);
            if (passes(entries, asked, start, length, baseStart, onBase ? baseLength : 0)) set(pack);
            first = Math.min(first, pack);
            baseStart = start;
            baseLength = length;
        }
        return first;
    }

    private static boolean passes(byte[] entries, int[] asked, int start, int length, int baseStart, int baseLength) {
        for (int hash : asked)
            if (!Sieve.has(entries, start, length, hash)
                    && (baseLength == 0 || !Sieve.has(entries, baseStart, baseLength, hash))) return false;
        return true;
    }

    private void set(long pack) {
        int word = (int) (pack >>> 6);
        if (word < passing.length()) passing.getAndUpdate(word, bits -> bits | 1L << pack);
    }

    private void clear(long pack) {
        int word = (int) (pack >>> 6);
        if (word < passing.length()) passing.getAndUpdate(word, bits -> bits & ~(1L << pack));
    }

    /** All packs from this one on are told now. */
    void knownFrom(long pack) {
        knownFrom = pack;
    }

    private boolean passes(long pack) {
        int word = (int) (pack >>> 6);
        return pack < knownFrom || word >= passing.length() || (passing.get(word) & 1L << pack) != 0;
    }

    /** The newest packs older than {@code below} that pass, at most so many, newest first; none of those not told yet. */
    List<Long> passing(long below, int most) {
        List<Long> found = new ArrayList<>();
        long start = Math.min(below, (long) passing.length() << 6);
        for (int word = (int) (start - 1 >>> 6); word >= 0 && found.size() < most; word--) {
            long rest = passing.get(word);
            if (start < (word + 1L) << 6) rest &= (1L << start) - 1;
            for (; rest != 0; rest &= ~Long.highestOneBit(rest))
                found.add(((long) word << 6) + 63 - Long.numberOfLeadingZeros(rest));
        }
        return found;
    }

    /** What one thread of the search knows: the pack that it read last, likely the next one's base. */
    static final class Sight {
        private @Nullable Pack last;
    }

    /** The places in a pack whose pieces hold the text. */
    BitSet hits(Session session, Sight sight, long id) throws SQLException {
        if (!passes(id)) return NONE;
        BitSet known = hits.get(id);
        if (known != null) return known;
        Pack pack = packs.glance(session, id, sight.last);
        sight.last = pack;
        // A pack that nobody needs any more may have been deleted since its sieve was made.
        BitSet found = pack == null ? NONE : hits(pack);
        if (!found.isEmpty()) hits.put(id, found);
        else if (id >= knownFrom) clear(id);
        else hits.put(id, NONE);
        return found;
    }

    /** True when a piece was looked at and holds the text. */
    boolean knownToHold(long pack, int place) {
        BitSet known = hits.get(pack);
        return known != null && known.get(place);
    }

    private BitSet hits(Pack pack) {
        int[] starts = pack.starts();
        if (!matcher.mayMatch(pack.raw(), starts[0], pack.raw().length)) return NONE;
        BitSet found = new BitSet();
        for (int place = 0; place < pack.count(); place++)
            if (matcher.matches(pack.raw(), starts[place], starts[place + 1])) found.set(place);
        return found;
    }
}
