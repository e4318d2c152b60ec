package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.WordSet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes which words are in which packs, so that a search need not read most of them. New packs wait until there are enough for
 * a row; until then, and after a crash, searches read them. On the writing thread.
 */
final class LexiconWriter {
    /** Units that wait in memory. */
    private static final int WAITING = 128;
    /** So many rows at the end that are not full are joined. */
    private static final int JOIN_AT = 4;
    /** A row of as many units is full. */
    private static final int LONG = 4_096;

    /** Words that take more than this, and a large part of the text, are no words: keys, pictures, logs. */
    private static final int MOST_LETTERS = 64 << 10;

    private static final int MOST_SHARE = 3;

    private final Session session;
    private final WordSet words = new WordSet();
    private final List<Unit> waiting = new ArrayList<>();
    /** Units that wait for the request after their answer, by the conversation's first pack. */
    private final Map<Long, Unit> answers = new HashMap<>();
    /** The unit of the pack that was added last. */
    private @Nullable Unit last;

    LexiconWriter(Session session) {
        this.session = session;
    }

    private static final class Unit {
        final List<Long> packs = new ArrayList<>();
        byte[] words;
        WordUnits.Kind kind;

        Unit(byte[] words, WordUnits.Kind kind) {
            this.words = words;
            this.kind = kind;
        }
    }

    /** What waits is told later, from the packs as they are then: they were changed, or a transaction failed. */
    void forget() {
        words.take();
        waiting.clear();
        answers.clear();
        last = null;
    }

    /** Tells of a new pack. */
    void add(long pack, long base, List<byte[]> pieces) {
        int bytes = 0;
        for (byte[] piece : pieces) {
            words.add(piece);
            bytes += piece.length;
        }
        boolean few = words.letters() < MOST_LETTERS || words.letters() < bytes / MOST_SHARE;
        Unit unit = few && !words.full() ? tellable(base) : untellable();
        unit.packs.add(pack);
        last = unit;
    }

    private Unit untellable() {
        words.take();
        Unit unit = new Unit(new byte[0], WordUnits.Kind.UNTELLABLE);
        waiting.add(unit);
        return unit;
    }

    private Unit tellable(long base) {
        Unit partner = partner(base);
        if (partner != null) {
            partner.words = words.addTaken(partner.words).take();
            return partner;
        }
        Unit unit = new Unit(words.take(), WordUnits.Kind.TOLD);
        waiting.add(unit);
        if (base != 0) answers.put(base, unit);
        return unit;
    }

    /** The unit that has most of a new pack's words: that of its base, or of the answer before. */
    private @Nullable Unit partner(long base) {
        if (base == 0) return null;
        if (last != null && last.kind == WordUnits.Kind.TOLD && last.packs.getLast() == base) return last;
        return answers.remove(base);
    }

    /** A pack that is no more, or cannot be read: nothing is to be found in it. */
    void addGone(long pack) {
        if (last == null || last.kind != WordUnits.Kind.GONE) {
            last = new Unit(new byte[0], WordUnits.Kind.GONE);
            waiting.add(last);
        }
        last.packs.add(pack);
    }

    /** Before each commit. */
    void write() throws SQLException {
        if (waiting.size() >= WAITING) writeAll();
    }

    /** Writes what waits, also when it is little. Inside a transaction. */
    void writeAll() throws SQLException {
        if (waiting.isEmpty()) return;
        List<Long> shorts = shortRows();
        LexiconJoin join = new LexiconJoin(session);
        if (shorts.size() + 1 >= JOIN_AT) for (long row : shorts) join.move(row);
        for (Unit unit : waiting) join.add(unit.packs, unit.kind, unit.words);
        join.write(session.number("SELECT max(id) FROM lexicon") + 1);
        forget();
    }

    /** The newest rows that may still grow, oldest first. */
    private List<Long> shortRows() throws SQLException {
        List<Long> found = new ArrayList<>();
        try (ResultSet rows = session.statement("SELECT id, units FROM lexicon ORDER BY id DESC")
                .executeQuery()) {
            while (rows.next() && rows.getInt(2) < LONG) found.add(rows.getLong(1));
        }
        return found.reversed();
    }

    /** The packs that are waiting to be told, or told. */
    BitSet told() throws SQLException {
        BitSet told = new BitSet();
        for (long id : Lexicon.all(session)) {
            Lexicon lexicon = LexiconJoin.sound(session, id);
            if (lexicon == null) continue;
            WordUnits units = lexicon.units();
            for (int unit = 0; unit < units.count(); unit++)
                for (int i = 0; i < units.packs(unit); i++) told.set((int) units.pack(unit, i));
        }
        for (Unit unit : waiting) for (long pack : unit.packs) told.set((int) pack);
        return told;
    }

    /**
     * Takes out all words of packs that are no more or that are about to change, which are told anew when they have. Inside a
     * transaction.
     */
    void keepOnly(LongPredicate alive, LongPredicate changing) throws SQLException {
        forget();
        for (long id : Lexicon.all(session)) {
            Lexicon lexicon = LexiconJoin.sound(session, id);
            if (lexicon == null) Lexicon.delete(session, id);
            else if (hasChanged(lexicon.units(), alive, changing)) {
                LexiconJoin join = new LexiconJoin(session);
                join.addUnchanged(lexicon, alive, changing);
                Lexicon.delete(session, id);
                join.write(id);
            }
        }
    }

    private static boolean hasChanged(WordUnits units, LongPredicate alive, LongPredicate changing) {
        for (int unit = 0; unit < units.count(); unit++)
            if (!LexiconJoin.isUnchanged(units, unit, alive, changing)) return true;
        return false;
    }
}
