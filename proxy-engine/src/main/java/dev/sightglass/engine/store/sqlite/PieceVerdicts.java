package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.form.ByteSource;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which pieces and runs hold the text of one search; found out when first asked, and remembered. For one thread. */
final class PieceVerdicts {
    /** Runs are read so many at once: those of a conversation stand together. */
    private static final int RUNS_AT_ONCE = 512;
    /** More than a store of a hundred million exchanges has. */
    private static final int MOST_RUNS = 1 << 26;

    private final Session session;
    private final Candidates candidates;
    private final Candidates.Sight sight = new Candidates.Sight();
    private final Map<Long, byte[]> runs = new HashMap<>();
    private final BitSet judged = new BitSet();
    private final BitSet holding = new BitSet();

    PieceVerdicts(Session session, Candidates candidates) {
        this.session = session;
        this.candidates = candidates;
    }

    /** True when what looks damaged may have been read while it was changed. */
    boolean mayBeChanging() {
        return candidates.mayBeChanging();
    }

    boolean holds(long pack, int place) throws SQLException {
        return candidates.hits(session, sight, pack).get(place);
    }

    /** True when any piece of a recipe holds the text. */
    boolean holdsAny(byte[] recipe) throws SQLException {
        return holdsAny(new ByteSource(recipe));
    }

    /**
     * True when a piece or run of a recipe is known to hold the text; looks at none. Asked first, since where one holds the
     * text, such as one of the system prompt, the others need not be looked at.
     */
    boolean anyKnown(byte[] recipe) throws SQLException {
        return any(
                new ByteSource(recipe),
                candidates::knownToHold,
                run -> run > 0 && run <= MOST_RUNS && judged.get((int) run) && holding.get((int) run));
    }

    /**
     * True when the oldest piece or the oldest run of a recipe holds the text. These are in the most exchanges: once they are
     * looked at, one reading tells of all those, where each exchange's own pieces would be read in turn.
     */
    boolean oldestHolds(byte[] recipe) throws SQLException {
        long[] piece = {Long.MAX_VALUE};
        long[] run = {Long.MAX_VALUE};
        any(
                new ByteSource(recipe),
                (pack, place) -> {
                    piece[0] = Math.min(piece[0], Pack.ref(pack, place));
                    return false;
                },
                id -> {
                    run[0] = Math.min(run[0], id);
                    return false;
                });
        return (piece[0] < Long.MAX_VALUE && holds(Pack.packOf(piece[0]), Pack.placeOf(piece[0])))
                || (run[0] < Long.MAX_VALUE && runHolds(run[0]));
    }

    private boolean holdsAny(ByteSource source) throws SQLException {
        return any(source, this::holds, this::runHolds);
    }

    private interface PieceTest {
        boolean holds(long pack, int place) throws SQLException;
    }

    private interface RunTest {
        boolean holds(long run) throws SQLException;
    }

    /** Reads a recipe's items as {@link Recipe#decodeItems} does, without objects. */
    private static boolean any(ByteSource source, PieceTest pieces, RunTest runs) throws SQLException {
        int count = source.count();
        long ref = 0;
        long run = 0;
        for (int i = 0; i < count; i++) {
            long code = source.number();
            long step = ByteSource.unzigzag(code >>> 2);
            if ((code & 3) == 1) {
                ref += step;
                if (pieces.holds(Pack.packOf(ref), Pack.placeOf(ref))) return true;
            } else if ((code & 3) == 2) {
                run += step;
                if (runs.holds(run)) return true;
            }
        }
        return false;
    }

    private boolean runHolds(long run) throws SQLException {
        if (run <= 0 || run > MOST_RUNS) return false; // a damaged number
        int place = (int) run;
        if (judged.get(place)) return holding.get(place);
        byte[] items = run(run);
        judged.set(place); // now: a damaged run may have itself in it
        boolean holds = items != null && holdsAny(new ByteSource(items));
        holding.set(place, holds);
        return holds;
    }

    private byte @Nullable [] run(long run) throws SQLException {
        byte[] known = runs.remove(run);
        if (known != null) return known;
        long from = run / RUNS_AT_ONCE * RUNS_AT_ONCE;
        PreparedStatement query = session.statement("SELECT id, items FROM run WHERE id >= ? AND id < ?");
        query.setLong(1, from);
        query.setLong(2, from + RUNS_AT_ONCE);
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) if (!judged.get((int) rows.getLong(1))) runs.put(rows.getLong(1), rows.getBytes(2));
        }
        return runs.remove(run);
    }
}
