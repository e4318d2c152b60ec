package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.ExchangeId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the store within its limits of size and age: deletes the oldest exchanges, but none that is in flight or pinned. On
 * the writing thread.
 */
final class Retention {
    /** Pruning frees this share more than needed, so that it is seldom. */
    private static final double SPARE = 0.1;

    private static final long LOOK_NANOS = 10_000_000_000L;

    private final StoreFolder folder;
    private volatile long mostBytes;
    private volatile @Nullable Duration longestAge;
    private final Consumer<Set<ExchangeId>> gone;

    private volatile long lastLook = System.nanoTime() - LOOK_NANOS;

    Retention(StoreFolder folder, StoreOptions options, Consumer<Set<ExchangeId>> gone) {
        this.folder = folder;
        this.mostBytes = options.mostBytes();
        this.longestAge = options.longestAge();
        this.gone = gone;
    }

    /** Goes by other limits from now on; the next look is due at once. Any thread. */
    void keepWithin(long bytes, @Nullable Duration age) {
        mostBytes = bytes;
        longestAge = age;
        lastLook = System.nanoTime() - LOOK_NANOS;
    }

    /** Deletes what is over the limits, if anything is. */
    void prune(Database database) throws SQLException {
        Duration age = longestAge;
        if (age != null)
            delete(database, olderThan(database.session(), Instant.now().minus(age)));
        long bytes = used(database.session());
        while (bytes > mostBytes) {
            Set<ExchangeId> oldest = oldest(database.session(), bytes);
            if (oldest.isEmpty()) return;
            delete(database, oldest);
            bytes = used(database.session());
        }
    }

    /** Looks now and then, and deletes what is over the limits. */
    void pruneWhenDue(Database database) throws SQLException {
        long now = System.nanoTime();
        if (now - lastLook < LOOK_NANOS) return;
        lastLook = now;
        if (longestAge != null || folder.bytes() > mostBytes) prune(database);
    }

    private void delete(Database database, Set<ExchangeId> ids) throws SQLException {
        if (ids.isEmpty()) return;
        database.inTransaction(_ -> database.delete(ids));
        Sweep.run(database);
        gone.accept(ids);
    }

    private static long used(Session session) throws SQLException {
        long pages = session.number("PRAGMA page_count") - session.number("PRAGMA freelist_count");
        return pages * session.number("PRAGMA page_size");
    }

    private static Set<ExchangeId> olderThan(Session session, Instant bound) throws SQLException {
        PreparedStatement query =
                session.statement("SELECT id FROM exchange WHERE started < ? AND open = 0 AND pinned = 0 ORDER BY id");
        query.setLong(1, bound.getEpochSecond() * 1_000_000_000L);
        return ids(query);
    }

    /** As many of the oldest as take the surplus, on average. */
    private Set<ExchangeId> oldest(Session session, long bytes) throws SQLException {
        long all = session.number("SELECT count(*) FROM exchange");
        double surplus = 1 - mostBytes * (1 - SPARE) / bytes;
        PreparedStatement query =
                session.statement("SELECT id FROM exchange WHERE open = 0 AND pinned = 0 ORDER BY id LIMIT ?");
        query.setLong(1, Math.max(1, (long) (all * surplus)));
        return ids(query);
    }

    private static Set<ExchangeId> ids(PreparedStatement query) throws SQLException {
        Set<ExchangeId> ids = new LinkedHashSet<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) ids.add(new ExchangeId(rows.getLong(1)));
        }
        return ids;
    }
}
