package dev.sightglass.app.exchanges;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.feed.FeedListener;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * All exchanges, and those of them that are shown: filtered, in order, with their totals. Small lists are put in order at
 * once, large ones in the background, so that no frame waits for them. FX thread only.
 */
public final class ExchangeListModel implements FeedListener {
    /** By number, which is the order of their start and never changes. */
    public static final Comparator<ExchangeSummary> BY_NUMBER = Comparator.comparing(ExchangeSummary::id);

    private static final int SMALL = 2_000;
    private static final int MANY = 64;

    private final BackgroundTasks tasks;
    private final Totals.Maker totalsMaker;
    private final List<ExchangeRow> all = new ArrayList<>();
    private final Map<ExchangeId, ExchangeRow> byId = new HashMap<>();
    private final RowList shown = new RowList(BY_NUMBER);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Totals.View> totals;

    private Predicate<ExchangeSummary> filter = _ -> true;
    private Comparator<ExchangeSummary> order = BY_NUMBER;
    private Totals running;
    private BackgroundTasks.@Nullable Running rebuild;
    /** Rows that changed while a rebuild runs, with their state before (null for new ones). */
    private final Map<ExchangeRow, @Nullable ExchangeSummary> touchedMeanwhile = new IdentityHashMap<>();

    private final List<Listener> listeners = new ArrayList<>();

    /** Is told around changes of what is shown. */
    public interface Listener {
        /** The shown rows are about to be replaced as a whole. */
        default void beforeReplacement() {}

        /** They were. */
        default void afterReplacement() {}

        /** A batch has been worked in; {@code changed} exchanges are new or in a new state. */
        default void updated(List<ExchangeSummary> changed) {}
    }

    public ExchangeListModel(BackgroundTasks tasks, Totals.Maker totalsMaker) {
        this.tasks = tasks;
        this.totalsMaker = totalsMaker;
        this.running = totalsMaker.make();
        this.totals = new ReadOnlyObjectWrapper<>(running.view());
    }

    // Properties

    /** The rows that pass the filter, in order. Not to be changed from outside. */
    public ObservableList<ExchangeRow> shown() {
        return shown;
    }

    /** How many exchanges there are, shown or not. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Sums over the rows that are shown. */
    public ReadOnlyObjectProperty<Totals.View> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    public @Nullable ExchangeRow row(ExchangeId id) {
        return byId.get(id);
    }

    /** Every exchange, by number, shown or not. */
    public List<ExchangeSummary> everything() {
        return all.stream().map(ExchangeRow::summary).toList();
    }

    public void add(Listener listener) {
        listeners.add(listener);
    }

    // Commands

    /** Shows only exchanges that pass. The predicate is also called in the background. */
    public void setFilter(Predicate<ExchangeSummary> newFilter) {
        filter = newFilter;
        rebuild();
    }

    /** Takes all sums anew, after prices have changed. */
    public void recount() {
        rebuild();
    }

    /** Shows rows in this order, which must be total: end it with {@link #BY_NUMBER}. */
    public void setOrder(Comparator<ExchangeSummary> newOrder) {
        if (order == newOrder) return;
        order = newOrder;
        rebuild();
    }

    @Override
    public void history(List<ExchangeSummary> newestFirst) {
        List<ExchangeRow> added = new ArrayList<>();
        for (ExchangeSummary summary : newestFirst.reversed()) {
            if (byId.containsKey(summary.id())) continue;
            ExchangeRow row = new ExchangeRow(summary);
            byId.put(summary.id(), row);
            added.add(row);
        }
        addToAll(added);
        rebuild();
    }

    @Override
    public void changed(List<ExchangeSummary> newest, Collection<ExchangeId> removed) {
        List<ExchangeRow> added = new ArrayList<>();
        List<ExchangeRow> appearing = new ArrayList<>();
        List<ExchangeRow> vanishing = new ArrayList<>();
        for (ExchangeSummary summary : newest) work(summary, added, appearing, vanishing);
        addToAll(added);
        if (removed.isEmpty()) show(appearing, vanishing);
        else remove(removed);
        count.set(all.size());
        totals.set(running.view());
        for (Listener listener : listeners) listener.updated(newest);
    }

    private void work(
            ExchangeSummary summary,
            List<ExchangeRow> added,
            List<ExchangeRow> appearing,
            List<ExchangeRow> vanishing) {
        ExchangeRow row = byId.get(summary.id());
        ExchangeSummary before = row == null ? null : row.summary();
        if (row == null) {
            row = new ExchangeRow(summary);
            byId.put(summary.id(), row);
            added.add(row);
        } else {
            row.update(summary);
        }
        if (rebuild == null) compare(row, before, appearing, vanishing);
        else if (!touchedMeanwhile.containsKey(row)) touchedMeanwhile.put(row, before);
    }

    /** Brings the totals up to date and says whether the row comes or goes. */
    private void compare(
            ExchangeRow row,
            @Nullable ExchangeSummary before,
            List<ExchangeRow> appearing,
            List<ExchangeRow> vanishing) {
        boolean passed = before != null && filter.test(before);
        boolean passes = filter.test(row.summary());
        if (passed) running.remove(Objects.requireNonNull(before));
        if (passes) running.add(row.summary());
        if (passes && !passed) appearing.add(row);
        if (passed && !passes) vanishing.add(row);
    }

    private void show(List<ExchangeRow> appearing, List<ExchangeRow> vanishing) {
        if (vanishing.size() > MANY) {
            rebuild();
            return;
        }
        if (!vanishing.isEmpty()) shown.removeRows(vanishing);
        if (!appearing.isEmpty()) shown.insert(appearing);
    }

    private void addToAll(List<ExchangeRow> added) {
        if (added.isEmpty()) return;
        boolean inOrder =
                all.isEmpty() || all.getLast().id().compareTo(added.getFirst().id()) < 0;
        all.addAll(added);
        if (!inOrder) all.sort(Comparator.comparing(ExchangeRow::id));
        count.set(all.size());
    }

    private void remove(Collection<ExchangeId> ids) {
        Set<ExchangeRow> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ExchangeId id : ids) {
            ExchangeRow row = byId.remove(id);
            if (row != null) gone.add(row);
        }
        all.removeIf(gone::contains);
        rebuild();
    }

    /** A row with the state that it had when putting in order began. */
    private record Entry(ExchangeRow row, ExchangeSummary summary) {}

    /** What to show, worked out anew from all rows. */
    private record Rebuilt(ArrayList<ExchangeRow> rows, Totals totals, Comparator<ExchangeSummary> order) {}

    private void rebuild() {
        if (rebuild != null) rebuild.cancel();
        rebuild = null;
        touchedMeanwhile.clear();
        List<Entry> snapshot = new ArrayList<>(all.size());
        for (ExchangeRow row : all) snapshot.add(new Entry(row, row.summary()));
        Predicate<ExchangeSummary> wanted = filter;
        Comparator<ExchangeSummary> by = order;
        if (all.size() <= SMALL) put(build(snapshot, wanted, by));
        else rebuild = tasks.run(() -> build(snapshot, wanted, by), this::putLate, this::rebuildFailed);
    }

    private Rebuilt build(List<Entry> rows, Predicate<ExchangeSummary> wanted, Comparator<ExchangeSummary> by) {
        Entry[] passing =
                rows.stream().filter(entry -> wanted.test(entry.summary())).toArray(Entry[]::new);
        if (by != BY_NUMBER) Arrays.parallelSort(passing, (one, other) -> by.compare(one.summary(), other.summary()));
        Totals sums = totalsMaker.make();
        ArrayList<ExchangeRow> ordered = new ArrayList<>(passing.length);
        for (Entry entry : passing) {
            sums.add(entry.summary());
            ordered.add(entry.row());
        }
        return new Rebuilt(ordered, sums, by);
    }

    /** Puts the finished work in place, then what came in since it began. */
    private void putLate(Rebuilt rebuilt) {
        rebuild = null;
        put(rebuilt);
        List<ExchangeRow> appearing = new ArrayList<>();
        List<ExchangeRow> vanishing = new ArrayList<>();
        touchedMeanwhile.forEach((row, before) -> compare(row, before, appearing, vanishing));
        touchedMeanwhile.clear();
        appearing.sort(Comparator.comparing(ExchangeRow::id));
        show(appearing, vanishing);
        totals.set(running.view());
    }

    private void put(Rebuilt rebuilt) {
        listeners.forEach(Listener::beforeReplacement);
        running = rebuilt.totals();
        shown.replaceAll(rebuilt.rows(), rebuilt.order());
        totals.set(running.view());
        count.set(all.size());
        listeners.forEach(Listener::afterReplacement);
    }

    private void rebuildFailed(Exception failure) {
        rebuild = null;
        throw new IllegalStateException("the rows could not be put in order", failure);
    }
}
