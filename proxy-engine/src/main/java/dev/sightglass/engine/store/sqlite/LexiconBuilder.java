package dev.sightglass.engine.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells of packs that no lexicon tells of: those of an earlier version, of a salvaged file, that were changed, or that waited
 * when the program was killed. Until then each search reads them. On the writing thread, when that has nothing else to do.
 */
final class LexiconBuilder {
    private static final long STEP_NANOS = 150_000_000;

    private final Session session;
    private final Packs packs;
    private final LexiconWriter lexicons;
    /** Null when it is to be found out which they are. */
    private @Nullable BitSet told;

    private int next;
    private int end;
    private @Nullable Pack last;

    LexiconBuilder(Session session, Packs packs, LexiconWriter lexicons) {
        this.session = session;
        this.packs = packs;
        this.lexicons = lexicons;
    }

    /** Packs were changed, or what was told of them is lost: looks for them anew. */
    void restart() {
        told = null;
    }

    /** It cannot be done now: waits until something else changes. */
    void giveUp() {
        told = new BitSet();
        end = 0;
        next = 0;
    }

    boolean hasWork() {
        return told == null || next < end;
    }

    /** Tells of some packs. Inside a transaction. */
    void step() throws SQLException {
        BitSet known = told == null ? begin() : told;
        long started = System.nanoTime();
        for (; next < end && System.nanoTime() - started < STEP_NANOS; next = known.nextClearBit(next + 1)) {
            tell(next);
            lexicons.write();
        }
    }

    private BitSet begin() throws SQLException {
        BitSet known = lexicons.told();
        // What only deleted exchanges said is still in these.
        for (long pack : PackUse.noted(session).packs()) known.set((int) pack);
        end = (int) HighestNumber.of(session, "pack", "id") + 1;
        next = known.nextClearBit(1);
        last = null;
        told = known;
        return known;
    }

    private void tell(long id) throws SQLException {
        Pack pack = read(id);
        last = pack;
        if (pack == null) {
            lexicons.addGone(id);
            return;
        }
        List<byte[]> pieces = new ArrayList<>();
        for (int place = 0; place < pack.count(); place++) pieces.add(pack.piece(place));
        lexicons.add(id, session.number("SELECT base FROM pack WHERE id = ?", id), pieces);
    }

    /** Null when it is no more, or damaged: then nothing is to be found in it. */
    private @Nullable Pack read(long id) throws SQLException {
        try {
            return packs.glance(session, id, last);
        } catch (RuntimeException _) {
            return null;
        }
    }
}
