package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.sqlite.salvage.RowScan;
import dev.sightglass.engine.store.sqlite.salvage.WalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts a new file in the place of a damaged one, with all exchanges that can still be read. The damaged file is only read, and
 * kept beside. A crash in between leaves the damaged file where it is, or a finished new one that the next opening puts in
 * place.
 */
final class Salvage {
    private static final String MAKING = ".salvaging";
    private static final String MADE = ".salvaged";

    private final StoreFolder folder;

    private Salvage(StoreFolder folder) {
        this.folder = folder;
    }

    /**
     * What came of it.
     *
     * @param saved exchanges in the new file
     * @param lost exchanges of which only the number is known
     * @param lacking saved ones that lack something
     */
    private record Result(int saved, int lost, int lacking) {}

    /** Replaces the damaged file, which nobody has open any more. */
    static void run(StoreFolder folder) throws SQLException, IOException {
        new Salvage(folder).replace();
    }

    /** Ends what {@link #run} could not, so that a file is there again. */
    static void goOn(StoreFolder folder) throws SQLException, IOException {
        folder.prepareDatabase();
        beforeOpening(folder);
    }

    /** Before opening: ends what a crash cut short, and looks whether the log is damaged, which SQLite does not tell. */
    static void beforeOpening(StoreFolder folder) throws SQLException, IOException {
        if (Files.exists(folder.sibling(MADE)))
            new Salvage(folder).putInPlace("The store had been damaged; what could be read was carried over.");
        Path wal = folder.sibling("-wal");
        boolean logOnly = Files.size(folder.database()) == 0 && Files.exists(wal) && Files.size(wal) > 0;
        if (logOnly || WalFile.read(wal, Session.PAGE).isDamaged()) run(folder);
    }

    private void replace() throws SQLException, IOException {
        String told;
        try {
            told = told(carryOver());
        } catch (SQLException | IOException | RuntimeException e) {
            discard(MAKING);
            folder.tell("The store was damaged and nothing could be carried over (" + Damage.explain(e)
                    + "). It was moved to " + folder.moveAside() + " and a new one was begun.");
            folder.prepareDatabase();
            return;
        }
        putInPlace(told);
    }

    private static String told(Result result) {
        if (result.saved == 0) return "The store was damaged and nothing in it could be read.";
        String lacking = result.lacking == 0 ? "" : "; " + result.lacking + " of those saved lack something";
        return "The store was damaged. " + result.saved + (result.saved == 1 ? " exchange was" : " exchanges were")
                + " saved, " + (result.lost == 0 ? "none is known to be" : result.lost) + " lost" + lacking + ".";
    }

    private void putInPlace(String told) throws IOException {
        if (Files.exists(folder.database()))
            folder.tell(told + " The damaged file was moved to " + folder.moveAside() + ".");
        Files.move(folder.sibling(MADE), folder.database(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Result carryOver() throws SQLException, IOException {
        discard(MAKING);
        Path making = folder.sibling(MAKING);
        StoreFolder.createPrivate(making);
        Result result;
        try (Session target = Session.writing(making)) {
            Schema.bringUp(target, making);
            result = carryOver(target);
        }
        Files.move(making, folder.sibling(MADE), StandardCopyOption.ATOMIC_MOVE);
        return result;
    }

    private Result carryOver(Session target) throws SQLException, IOException {
        CarryOver rows = new CarryOver(target);
        try (RowScan scan = new RowScan(folder.database(), folder.sibling("-wal"), Session.PAGE)) {
            scan.run(rows::take);
        }
        rows.end();
        Set<Long> lacking = SalvageCheck.run(target);
        forgetBodies(target);
        int saved = (int) target.number("SELECT count(*) FROM exchange");
        Set<Long> lost = new HashSet<>();
        long newest = SalvageCheck.newest(target);
        for (long id : rows.met()) {
            if (id > newest + HighestNumber.WIDEST_GAP) continue;
            if (target.number("SELECT count(*) FROM exchange WHERE id = ?", id) == 0) lost.add(id);
            target.change("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'exchange'", id);
        }
        lacking.removeAll(lost);
        return new Result(saved, lost.size(), lacking.size());
    }

    /** Bodies without an exchange would be in nobody's way, but would never be deleted. */
    private static void forgetBodies(Session target) throws SQLException {
        for (String table : List.of("body", "tail"))
            target.change("DELETE FROM " + table + " WHERE exchange NOT IN (SELECT id FROM exchange)");
    }

    private void discard(String end) throws IOException {
        for (String part : List.of("", "-wal", "-shm")) Files.deleteIfExists(folder.sibling(end + part));
    }
}
