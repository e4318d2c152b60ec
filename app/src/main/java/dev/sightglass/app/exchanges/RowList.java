package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows on show, in order. Unlike a filtered and sorted list it can be put in place whole, ready-made, at the cost of one
 * change event, whatever its length; and it finds a row's place without a walk over all of them. FX thread only.
 */
final class RowList extends ObservableListBase<ExchangeRow> {
    private ArrayList<ExchangeRow> rows = new ArrayList<>();
    private Comparator<ExchangeSummary> order;

    RowList(Comparator<ExchangeSummary> order) {
        this.order = order;
    }

    @Override
    public ExchangeRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public Object[] toArray() {
        return rows.toArray();
    }

    @Override
    public <T> T[] toArray(T[] target) {
        return rows.toArray(target);
    }

    /** The place of this row, or -1. */
    @Override
    public int indexOf(@Nullable Object row) {
        if (!(row instanceof ExchangeRow wanted)) return -1;
        int found = Collections.binarySearch(rows, wanted, rowOrder());
        if (found >= 0 && rows.get(found) == wanted) return found;
        // The key that the rows are ordered by may have changed since they were put in order.
        for (int i = 0; i < rows.size(); i++) if (rows.get(i) == wanted) return i;
        return -1;
    }

    /** Shows these rows, already in this order, instead. The list is taken over. */
    @SuppressWarnings("NonApiType") // the list that was there is of this class
    void replaceAll(ArrayList<ExchangeRow> ordered, Comparator<ExchangeSummary> newOrder) {
        List<ExchangeRow> old = rows;
        rows = ordered;
        order = newOrder;
        fireChange(new Replacement(this, old));
    }

    /** All rows are others. Unlike a change that is built up it does not copy those that were there. */
    private static final class Replacement extends ListChangeListener.Change<ExchangeRow> {
        private final List<ExchangeRow> old;
        private boolean before = true;

        Replacement(RowList list, List<ExchangeRow> old) {
            super(list);
            this.old = Collections.unmodifiableList(old);
        }

        @Override
        public boolean next() {
            boolean first = before;
            before = false;
            return first;
        }

        @Override
        public void reset() {
            before = true;
        }

        @Override
        public int getFrom() {
            return 0;
        }

        @Override
        public int getTo() {
            return getList().size();
        }

        @Override
        public List<ExchangeRow> getRemoved() {
            return old;
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }

    /** Adds rows where the order wants them; rows that come in order at the end are one change. */
    void insert(List<ExchangeRow> more) {
        beginChange();
        int from = rows.size();
        for (ExchangeRow row : more) {
            if (rows.isEmpty() || order.compare(rows.getLast().summary(), row.summary()) < 0) rows.add(row);
            else {
                if (rows.size() > from) nextAdd(from, rows.size());
                int found = Collections.binarySearch(rows, row, rowOrder());
                int place = found >= 0 ? found : -found - 1;
                rows.add(place, row);
                nextAdd(place, place + 1);
                from = rows.size();
            }
        }
        if (rows.size() > from) nextAdd(from, rows.size());
        endChange();
    }

    /** Takes these rows out. Many are cheaper by {@link #replaceAll}. */
    void removeRows(List<ExchangeRow> gone) {
        beginChange();
        for (ExchangeRow row : gone) {
            int index = indexOf(row);
            if (index >= 0) {
                rows.remove(index);
                nextRemove(index, row);
            }
        }
        endChange();
    }

    private Comparator<ExchangeRow> rowOrder() {
        return (one, other) -> order.compare(one.summary(), other.summary());
    }

    /** Those of {@code wanted} that are in here, in order. */
    List<Integer> indicesOf(Set<ExchangeRow> wanted) {
        return wanted.stream()
                .map(this::indexOf)
                .filter(index -> index >= 0)
                .sorted()
                .toList();
    }
}
