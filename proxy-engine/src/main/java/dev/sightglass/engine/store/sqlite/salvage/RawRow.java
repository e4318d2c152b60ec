package dev.sightglass.engine.store.sqlite.salvage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands on its page.
 *
 * @param table false for an entry of an index, or of a table without row numbers
 * @param number the row's number, 0 when it has none
 * @param values Long, Double, String, byte[] or null
 */
public record RawRow(boolean table, long number, List<@Nullable Object> values) {
    public int columns() {
        return values.size();
    }

    /** True when the value in this place is of this kind. */
    public boolean is(int column, Class<?> kind) {
        return kind.isInstance(values.get(column));
    }

    public long integer(int column) {
        return values.get(column) instanceof Long number ? number : 0;
    }
}
