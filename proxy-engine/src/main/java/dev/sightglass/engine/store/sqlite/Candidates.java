package dev.sightglass.engine.store.sqlite;

import com.github.luben.zstd.ZstdException;
import dev.sightglass.engine.store.form.TextMatcher;
import dev.sightglass.engine.store.form.WordQuestion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Which packs can hold the text of one search: those that have its words and were not looked at in vain, and those of which
 * nothing is known so far. Shared by the threads of a search.
 */
final class Candidates {
    private static final BitSet NONE = new BitSet();
    /** So many packs that pass are named at once. */
    private static final int NAMED = 128;

    private final Packs packs;
    private final TextMatcher matcher;
    private final WordQuestion question;
    private final long newest;
    /** The generation of the packs when the search began. */
    private final int born;

    /** A bit for each pack that cannot hold the text. */
    private final AtomicLongArray dismissed;

    private final Map<Long, BitSet> hits = new ConcurrentHashMap<>();

    /**
     * Nothing is known so far.
     *
     * @param born the generation of the packs before anything was read
     * @param newest the newest pack that there is; later ones can all hold the text
     */
    Candidates(Packs packs, int born, TextMatcher matcher, String text, long newest) {
        this.packs = packs;
        this.born = born;
        this.matcher = matcher;
        this.newest = newest;
        question = new WordQuestion(text);
        dismissed = new AtomicLongArray((int) (newest >>> 6) + 1);
    }

    /**
     * What a lexicon said.
     *
     * @param units of so many it tells
     * @param passing some of the packs that pass, newest first
     */
    record Said(int units, List<Long> passing) {
        private static final Said NOTHING = new Said(0, List.of());
    }

    /** Reads one lexicon. A damaged one tells nothing. */
    Said load(Session session, long id) throws SQLException {
        try {
            Lexicon lexicon = Lexicon.read(session, id);
            if (lexicon == null) return Said.NOTHING;
            WordUnits units = lexicon.units();
            BitSet having = question.asks() ? LexiconQuery.run(lexicon, question) : null;
            List<Long> passing = new ArrayList<>();
            for (int unit = units.count() - 1; unit >= 0; unit--) {
                if (!passes(units.kind(unit), having == null || having.get(unit))) dismiss(units, unit);
                else if (passing.size() < NAMED)
                    for (int i = 0; i < units.packs(unit); i++) passing.add(units.pack(unit, i));
            }
            return new Said(units.count(), passing);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ZstdException _) {
            return Said.NOTHING;
        }
    }

    private static boolean passes(WordUnits.Kind kind, boolean hasWords) {
        return switch (kind) {
            case TOLD -> hasWords;
            case UNTELLABLE -> true;
            case GONE -> false;
        };
    }

    private void dismiss(WordUnits units, int unit) {
        for (int i = 0; i < units.packs(unit); i++) dismiss(units.pack(unit, i));
    }

    private void dismiss(long pack) {
        int word = (int) (pack >>> 6);
        if (word < dismissed.length()) dismissed.getAndUpdate(word, bits -> bits | 1L << pack);
    }

    private boolean passes(long pack) {
        int word = (int) (pack >>> 6);
        return word >= dismissed.length() || (dismissed.get(word) & 1L << pack) == 0;
    }

    /** The newest packs older than {@code below} that pass, at most so many, newest first. */
    List<Long> passing(long below, int most) {
        List<Long> found = new ArrayList<>();
        for (long pack = Math.min(below - 1, newest); pack > 0 && found.size() < most; pack--) {
            if (dismissed.get((int) (pack >>> 6)) == -1L) pack &= -64; // none of these
            else if (passes(pack)) found.add(pack);
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
        Pack pack = read(session, sight, id);
        sight.last = pack;
        BitSet found = pack == null ? NONE : hits(pack);
        if (found.isEmpty()) dismiss(id);
        if (!found.isEmpty() || id > newest) hits.put(id, found);
        return found;
    }

    /**
     * Null when there is nothing to be found in a pack: nobody needs it any more and it was deleted, or it is damaged. One that
     * was being changed meanwhile is not damaged: then the search begins anew.
     */
    private @Nullable Pack read(Session session, Sight sight, long id) throws SQLException {
        try {
            return packs.glance(session, id, sight.last);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ZstdException e) {
            if (mayBeChanging()) throw e;
            return null;
        }
    }

    /** True when packs have changed since the search began: then it begins anew. */
    boolean mayBeChanging() {
        return packs.changedSince(born);
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
