package dev.sightglass.app.exchanges;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.feed.FeedListener;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.ArrayList;
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
    private final List<ExchangeRow> all = new ArrayList<>();
    private final Map<ExchangeId, ExchangeRow> byId = new HashMap<>();
    private final RowList shown = new RowList(BY_NUMBER);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final RunningTotals totals;

    private Predicate<ExchangeSummary> filter = _ -> true;
    private Comparator<ExchangeSummary> order = BY_NUMBER;
    private BackgroundTasks.@Nullable Running rebuild;
    private @Nullable RowSnapshot snapshot;
    /** Rows that came or changed while a rebuild runs. */
    private final Set<ExchangeRow> touchedMeanwhile = Collections.newSetFromMap(new IdentityHashMap<>());

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
        this.totals = new RunningTotals(tasks, totalsMaker);
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

    /** Sums over the rows that are shown; those of many rows follow them by a moment. */
    public ReadOnlyObjectProperty<Totals.View> totalsProperty() {
        return totals.viewProperty();
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
        totals.tell();
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
        else touchedMeanwhile.add(row);
    }

    /** Brings the totals up to date and says whether the row comes or goes. */
    private void compare(
            ExchangeRow row,
            @Nullable ExchangeSummary before,
            List<ExchangeRow> appearing,
            List<ExchangeRow> vanishing) {
        boolean passed = before != null && filter.test(before);
        boolean passes = filter.test(row.summary());
        if (passed) totals.remove(Objects.requireNonNull(before));
        if (passes) totals.add(row.summary());
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

    private void rebuild() {
        stopRebuild();
        RowSnapshot present = new RowSnapshot(all);
        Predicate<ExchangeSummary> wanted = filter;
        Comparator<ExchangeSummary> by = order;
        if (all.size() <= SMALL) put(present.pick(wanted, by));
        else {
            snapshot = present;
            rebuild = tasks.run(() -> present.pick(wanted, by), this::putLate, this::rebuildFailed);
        }
    }

    private void stopRebuild() {
        if (snapshot != null) snapshot.cancel();
        if (rebuild != null) rebuild.cancel();
        snapshot = null;
        rebuild = null;
        touchedMeanwhile.clear();
    }

    /** Puts the finished work in place, then what came in since it began. */
    private void putLate(RowSnapshot.Picked picked) {
        RowSnapshot worked = Objects.requireNonNull(snapshot);
        List<ExchangeRow> touched = new ArrayList<>(touchedMeanwhile);
        rebuild = null;
        stopRebuild();
        put(picked);
        List<ExchangeRow> appearing = new ArrayList<>();
        List<ExchangeRow> vanishing = new ArrayList<>();
        for (ExchangeRow row : touched) compare(row, worked.stateOf(row), appearing, vanishing);
        appearing.sort(Comparator.comparing(ExchangeRow::id));
        show(appearing, vanishing);
        totals.tell();
    }

    private void put(RowSnapshot.Picked picked) {
        listeners.forEach(Listener::beforeReplacement);
        shown.replaceAll(picked.rows(), picked.order());
        totals.restart(picked.states());
        count.set(all.size());
        listeners.forEach(Listener::afterReplacement);
    }

    private void rebuildFailed(Exception failure) {
        stopRebuild();
        throw new IllegalStateException("the rows could not be put in order", failure);
    }
}
