package dev.sightglass.engine.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Puts units, old and new, together in one row. On the writing thread, inside a transaction. */
final class LexiconJoin {
    private final Session session;
    private final WordUnits units = new WordUnits();
    private final List<WordCursor> cursors = new ArrayList<>();
    private final List<Long> gone = new ArrayList<>();

    LexiconJoin(Session session) {
        this.session = session;
    }

    /** A lexicon that is not damaged, or null. */
    static @Nullable Lexicon sound(Session session, long id) throws SQLException {
        try {
            return Lexicon.read(session, id);
        } catch (RuntimeException _) {
            return null; // its packs count as not told: searches read them until they are told anew
        }
    }

    /** Moves the units of a row; those of a damaged one are dropped. */
    void move(long id) throws SQLException {
        Lexicon lexicon = sound(session, id);
        if (lexicon != null) add(lexicon, _ -> true);
        Lexicon.delete(session, id);
    }

    /** A new unit. */
    void add(List<Long> packs, WordUnits.Kind kind, byte[] words) {
        if (kind == WordUnits.Kind.GONE) {
            gone.addAll(packs);
            return;
        }
        if (words.length > 0) cursors.add(WordCursor.ofOne(words, units.count()));
        units.add(kind);
        packs.forEach(units::add);
    }

    /** Adds of a row what is still so: units that have changed are left out, and of those the packs that are no more noted. */
    void addUnchanged(Lexicon lexicon, LongPredicate alive, LongPredicate changing) throws SQLException {
        WordUnits old = lexicon.units();
        for (int unit = 0; unit < old.count(); unit++) {
            if (isUnchanged(old, unit, alive, changing)) continue;
            for (int i = 0; i < old.packs(unit); i++) if (!alive.test(old.pack(unit, i))) gone.add(old.pack(unit, i));
        }
        add(lexicon, unit -> isUnchanged(old, unit, alive, changing));
    }

    /** True when nothing of a unit was deleted or is about to change. */
    static boolean isUnchanged(WordUnits units, int unit, LongPredicate alive, LongPredicate changing) {
        if (units.kind(unit) == WordUnits.Kind.GONE) return true;
        for (int i = 0; i < units.packs(unit); i++)
            if (!alive.test(units.pack(unit, i)) || changing.test(units.pack(unit, i))) return false;
        return true;
    }

    private void add(Lexicon lexicon, IntPredicate kept) throws SQLException {
        WordUnits old = lexicon.units();
        int[] renumbered = new int[old.count()];
        int number = units.count();
        for (int unit = 0; unit < old.count(); unit++) {
            boolean stays = old.kind(unit) != WordUnits.Kind.GONE && kept.test(unit);
            renumbered[unit] = stays ? number++ : -1;
        }
        try {
            cursors.add(lexicon.cursor(renumbered));
        } catch (RuntimeException _) {
            return; // damaged: as if it had not been there
        }
        for (int unit = 0; unit < old.count(); unit++) {
            if (renumbered[unit] >= 0) units.add(old.kind(unit));
            for (int i = 0; i < old.packs(unit); i++) {
                if (renumbered[unit] >= 0) units.add(old.pack(unit, i));
                else if (old.kind(unit) == WordUnits.Kind.GONE) gone.add(old.pack(unit, i));
            }
        }
    }

    void write(long id) throws SQLException {
        if (!gone.isEmpty()) units.add(WordUnits.Kind.GONE);
        gone.stream().sorted().forEach(units::add);
        if (units.count() > 0) Lexicon.write(session, id, units, WordMerge.run(units.count(), cursors));
    }
}
