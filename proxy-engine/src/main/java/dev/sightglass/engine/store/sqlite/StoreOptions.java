package dev.sightglass.engine.store.sqlite;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to open a store.
 *
 * @param folder the data folder; made when missing
 * @param access who may write
 * @param mostBytes the database file is pruned to below this, oldest exchanges first
 * @param longestAge exchanges older than this are pruned; null for no limit
 */
public record StoreOptions(
        Path folder,
        Access access,
        long mostBytes,
        @Nullable Duration longestAge) {
    /** A gigabyte: some 200,000 exchanges of a usual size. */
    public static final long USUAL_BYTES = 1L << 30;

    /** What to do about other processes. */
    public enum Access {
        /** Be the one writer, or refuse when there is another. */
        WRITE,
        /** Be the one writer, or read when there is another. */
        WRITE_OR_READ,
        /** Only read, whether or not another process writes. */
        READ
    }

    /** Writing, with the usual limits. */
    public static StoreOptions writing(Path folder) {
        return new StoreOptions(folder, Access.WRITE, USUAL_BYTES, null);
    }

    /** Reading only. */
    public static StoreOptions reading(Path folder) {
        return new StoreOptions(folder, Access.READ, USUAL_BYTES, null);
    }

    public StoreOptions with(Access other) {
        return new StoreOptions(folder, other, mostBytes, longestAge);
    }

    /** These options with other limits. */
    public StoreOptions keeping(long bytes, @Nullable Duration age) {
        return new StoreOptions(folder, access, bytes, age);
    }
}
