package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.sqlite.salvage.RawRow;
import dev.sightglass.engine.store.sqlite.salvage.RowScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the highest number that a store has given, where SQLite cannot open it: it reads only, and makes no file. */
public final class LastNumber {
    private long highest;

    private LastNumber() {}

    /** 0 when there is no store or it cannot be read. */
    public static long in(Path folder) {
        Path file = folder.resolve(StoreFolder.DATABASE);
        LastNumber last = new LastNumber();
        if (!Files.isReadable(file)) return 0;
        try (RowScan scan = new RowScan(file, folder.resolve(StoreFolder.DATABASE + "-wal"), Session.PAGE)) {
            scan.run(last::look);
        } catch (IOException _) {
            return last.highest; // what was found until then is the best that is known
        }
        return last.highest;
    }

    /** A row of SQLite's own table of numbers that were given. */
    private void look(RawRow row) {
        boolean told = row.table()
                && row.columns() == 2
                && "exchange".equals(row.values().getFirst());
        if (told) highest = Math.max(highest, row.integer(1));
    }
}
