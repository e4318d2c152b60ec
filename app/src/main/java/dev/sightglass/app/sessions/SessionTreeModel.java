package dev.sightglass.app.sessions;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.feed.FeedListener;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Sorts exchanges into sessions, their turns, and in each turn the main agent and the sub-agents under those that started
 * them. What the store held before is sorted in the background. FX thread only.
 */
public final class SessionTreeModel implements FeedListener {
    private static final int SMALL = 2_000;

    private final BackgroundTasks tasks;
    private final Function<ExchangeSummary, @Nullable BigDecimal> cost;
    private final List<Listener> listeners = new ArrayList<>();
    private final ReadOnlyObjectWrapper<SessionNode> chosen;
    private Forest forest;
    private BackgroundTasks.@Nullable Running sorting;
    /** Exchanges of the store that are not sorted in yet. */
    private final List<ExchangeSummary> older = new ArrayList<>();
    /** What came in while older exchanges are being sorted: the newest states; null where an exchange is gone. */
    private final Map<ExchangeId, @Nullable ExchangeSummary> meanwhile = new TreeMap<>();

    /** Is told of changes, at most as often as the feed tells of exchanges. */
    public interface Listener {
        /** Sums or names have changed, and the children of {@code regrown}. */
        void changed(Set<SessionNode> regrown);

        /** All lines are new objects; those that are the same to a person have equal scopes. */
        void replaced();
    }

    /** {@code cost} gives US dollars, or null when unknown; it is also called in the background. */
    public SessionTreeModel(BackgroundTasks tasks, Function<ExchangeSummary, @Nullable BigDecimal> cost) {
        this.tasks = tasks;
        this.cost = cost;
        this.forest = new Forest(cost);
        this.chosen = new ReadOnlyObjectWrapper<>(forest.root());
    }

    // Properties

    /** The line for all exchanges. */
    public SessionNode root() {
        return forest.root();
    }

    /** The line that narrows the table; the root when nothing does. */
    public ReadOnlyObjectProperty<SessionNode> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Passes the exchanges of a line, those to come included. May be called on any thread. */
    public Predicate<ExchangeSummary> membersOf(SessionNode node) {
        Placer placer = forest.placer();
        Scope scope = node.scope();
        return scope instanceof Scope.Everything
                ? _ -> true
                : exchange -> placer.place(exchange).isIn(scope);
    }

    /** Says to which turn an exchange belongs, if to any. May be called on any thread. */
    public Function<ExchangeSummary, @Nullable TurnKey> turns() {
        Placer placer = forest.placer();
        return exchange -> placer.place(exchange).turn();
    }

    public void add(Listener listener) {
        listeners.add(listener);
    }

    // Commands

    /** Narrows the table to this line's exchanges. */
    public void choose(SessionNode node) {
        SessionNode known = forest.node(node.scope());
        chosen.set(known == null ? forest.root() : known);
    }

    /** Hands over the numbers of a line's exchanges, in their order, soon. */
    public void withIdsOf(SessionNode node, Consumer<List<ExchangeId>> command) {
        Predicate<ExchangeSummary> members = membersOf(node);
        List<ExchangeSummary> all = forest.exchanges();
        tasks.run(
                () -> all.stream()
                        .filter(members)
                        .map(ExchangeSummary::id)
                        .sorted()
                        .toList(),
                command,
                failure -> {
                    throw new IllegalStateException("a session's exchanges could not be listed", failure);
                });
    }

    /** The prices have changed: sums up anew. */
    public void reprice() {
        sort();
    }

    @Override
    public void history(List<ExchangeSummary> newestFirst) {
        older.addAll(newestFirst);
        sort();
    }

    @Override
    public void changed(List<ExchangeSummary> newest, Collection<ExchangeId> removed) {
        if (sorting != null) {
            for (ExchangeId id : removed) meanwhile.put(id, null);
            for (ExchangeSummary exchange : newest) meanwhile.put(exchange.id(), exchange);
        }
        forest.remove(removed);
        newest.forEach(forest::put);
        Set<SessionNode> regrown = forest.takeRegrown();
        if (forest.node(chosen.get().scope()) == null) chosen.set(forest.root());
        for (Listener listener : listeners) listener.changed(regrown);
    }

    private void sort() {
        if (sorting != null) sorting.cancel();
        sorting = null;
        List<ExchangeSummary> present = forest.exchanges();
        List<ExchangeSummary> before = List.copyOf(older);
        if (present.size() + before.size() <= SMALL) replace(grow(present, before));
        else
            sorting = tasks.run(() -> grow(present, before), this::replace, failure -> {
                throw new IllegalStateException("the sessions could not be sorted", failure);
            });
    }

    private Forest grow(List<ExchangeSummary> present, List<ExchangeSummary> before) {
        Map<ExchangeId, ExchangeSummary> all = new TreeMap<>();
        for (ExchangeSummary exchange : before) all.put(exchange.id(), exchange);
        for (ExchangeSummary exchange : present) all.put(exchange.id(), exchange);
        Forest grown = new Forest(cost);
        all.values().forEach(grown::put);
        return grown;
    }

    private void replace(Forest grown) {
        sorting = null;
        older.clear();
        meanwhile.forEach((id, exchange) -> {
            if (exchange == null) grown.remove(List.of(id));
            else grown.put(exchange);
        });
        meanwhile.clear();
        grown.takeRegrown();
        Scope before = chosen.get().scope();
        forest = grown;
        for (Listener listener : listeners) listener.replaced();
        SessionNode same = grown.node(before);
        chosen.set(same == null ? grown.root() : same);
    }
}
