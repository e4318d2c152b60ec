package dev.sightglass.app.exchanges;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a person arranged the table's columns.
 *
 * @param columns all columns, from left to right
 * @param sortedBy id of the column that the rows are sorted by, or null for the order of their start
 */
public record ColumnLayout(List<Column> columns, @Nullable String sortedBy, boolean descending) {
    /** One column; {@code width} in px at normal zoom. */
    public record Column(String id, double width, boolean shown) {}

    /** As it comes out of the box. */
    public static final ColumnLayout FIRST = new ColumnLayout(List.of(), null, false);

    public ColumnLayout {
        columns = List.copyOf(columns);
    }
}
