package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.store.sqlite.salvage.RawRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows that were found in a damaged file into a new one. Which table a row is of is seen by its shape: no two tables of
 * the store have the same. The hashes of pieces are not taken over, so that nothing new is ever built on old bytes that may be
 * wrong.
 */
final class CarryOver {
    /** No store has more rows; a higher number is a damaged one. */
    private static final long MOST = 1L << 31;

    private static final int ROWS_AT_ONCE = 5_000;

    private final Session target;
    private final Set<Long> met = new HashSet<>();
    private int pending;

    /** @param target a new store without exchanges */
    CarryOver(Session target) {
        this.target = target;
    }

    /** The numbers of all exchanges that anything in the file told of. */
    Set<Long> met() {
        return met;
    }

    void take(RawRow row) throws SQLException {
        if (pending++ == 0) target.begin();
        if (row.table()) takeTableRow(row);
        else takeIndexEntry(row);
        if (pending == ROWS_AT_ONCE) end();
    }

    /** Makes what was taken last. */
    void end() throws SQLException {
        if (pending > 0) target.commit();
        pending = 0;
    }

    /** The first value of such a row is null: it is the row's number, which stands elsewhere. */
    private void takeTableRow(RawRow row) throws SQLException {
        if (row.number() < 1 || row.number() > MOST) return;
        if (row.columns() > ExchangeRows.FEWEST) {
            exchange(row);
            return;
        }
        switch (shape(row)) {
            case "nt" -> put("word(id, text)", row);
            case "nb" -> put("run(id, items)", row);
            case "niib" -> put("pack(id, base, size, data)", row);
            case "niiibb" -> {
                meet(row.integer(1));
                put("tail(id, exchange, part, attempt, marks, bytes)", row);
            }
            case "niiibbi" -> {
                meet(row.integer(1));
                put("tail(id, exchange, part, attempt, marks, bytes, crc)", row);
            }
            default -> {
                // SQLite's own tables, which the new file has itself, and lexicons, which are made anew.
            }
        }
    }

    private void takeIndexEntry(RawRow row) throws SQLException {
        switch (shape(row)) {
            case "iiiiiiiib", "iiiiiiiin" -> {
                meet(row.integer(0));
                put("body(exchange, part, attempt, form, size, crc, pack, slot, recipe)", row);
            }
            // The index of words has each word a second time.
            case "ti" -> putWord(row);
            case "ii", "ni" -> meet(row.integer(1));
            default -> {
                // An index, which the new file makes itself, or hashes.
            }
        }
    }

    private void exchange(RawRow row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(row.values());
        int columns = ExchangeRows.KINDS.size() + 1;
        while (values.size() < columns) values.add(null); // written before there was such a column
        if (values.size() > columns) return;
        for (int i = 1; i < columns; i++) if (!fits(values.get(i), ExchangeRows.KINDS.get(i - 1))) return;
        meet(row.number());
        put("exchange", new RawRow(true, row.number(), values));
    }

    private static boolean fits(@Nullable Object value, String kind) {
        if (value == null) return !kind.endsWith("NOT NULL");
        if (kind.startsWith("INTEGER")) return value instanceof Long;
        return kind.startsWith("TEXT") ? value instanceof String : value instanceof byte[];
    }

    private void meet(long exchange) {
        if (exchange > 0 && exchange <= MOST) met.add(exchange);
    }

    private void putWord(RawRow row) throws SQLException {
        PreparedStatement insert = target.statement("INSERT OR IGNORE INTO word(text, id) VALUES(?, ?)");
        insert.setObject(1, row.values().get(0));
        insert.setObject(2, row.values().get(1));
        insert.executeUpdate();
    }

    private void put(String table, RawRow row) throws SQLException {
        List<@Nullable Object> values = row.values();
        PreparedStatement insert = target.statement(
                "INSERT OR IGNORE INTO " + table + " VALUES(" + "?, ".repeat(values.size() - 1) + "?)");
        for (int i = 0; i < values.size(); i++) insert.setObject(i + 1, values.get(i));
        if (row.table()) insert.setLong(1, row.number());
        insert.executeUpdate();
    }

    /** One letter a value: integer, text, blob, null, or x for another. */
    private static String shape(RawRow row) {
        StringBuilder shape = new StringBuilder();
        for (Object value : row.values())
            shape.append(
                    switch (value) {
                        case null -> 'n';
                        case Long _ -> 'i';
                        case String _ -> 't';
                        case byte[] _ -> 'b';
                        default -> 'x';
                    });
        return shape.toString();
    }
}
