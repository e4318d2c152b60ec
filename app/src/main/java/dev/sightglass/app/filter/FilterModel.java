package dev.sightglass.app.filter;

import dev.sightglass.app.exchanges.ShownTexts;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.format.Messages;
import dev.sightglass.engine.filter.ExchangeFilter;
import dev.sightglass.engine.filter.Fields;
import dev.sightglass.engine.filter.FilterSyntaxException;
import dev.sightglass.engine.filter.FoldedTexts;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The query that is being typed and the filter that it makes. A query that is not understood leaves the last good filter in
 * force. Plain texts are looked for in the rows at once and in the contents in the background. FX thread only.
 */
public final class FilterModel {
    /**
     * A pause in typing after which a plain word that begins like a field's name is taken for a word. After another one contents
     * are searched.
     */
    private static final Duration TYPING = Duration.ofMillis(150);

    /** Contents that came since are searched this much later at the soonest. */
    private static final Duration AGAIN = Duration.ofSeconds(2);

    /** A search is repeated after so many times its own duration, so that it never fills a processor. */
    private static final int REST = 9;

    /** A search that takes longer than this is told to be under way. */
    private static final Duration BUSY_AFTER = Duration.ofMillis(300);

    /** Hits of a search under way are shown this often. */
    private static final Duration SHOWN = Duration.ofMillis(100);

    private final ContentSearch search;
    private final BackgroundTasks tasks;
    private final Function<ExchangeSummary, @Nullable BigDecimal> costs;
    private final FoldedTexts rows = new FoldedTexts(ShownTexts::of);
    private final QueryHistory history = new QueryHistory();
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable String> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Predicate<ExchangeSummary>> wanted =
            new ReadOnlyObjectWrapper<>(ExchangeFilter.ALL);

    private ExchangeFilter filter = ExchangeFilter.ALL;
    private Map<String, Set<ExchangeId>> found = Map.of();
    private Duration pause = AGAIN;
    private boolean stale;
    private BackgroundTasks.@Nullable Running typing;
    private BackgroundTasks.@Nullable Running waiting;
    private BackgroundTasks.@Nullable Running searching;
    private BackgroundTasks.@Nullable Running busySoon;
    /** Tells the search under way from earlier ones. */
    private @Nullable Object newestSearch;

    /** Finds exchanges whose contents hold a text. */
    @FunctionalInterface
    public interface ContentSearch {
        /** Tells each as soon as it is found, on the calling thread. May take long; an interrupt ends it. */
        void search(String text, Consumer<ExchangeId> found);
    }

    /** {@code search} is called in the background. */
    public FilterModel(ContentSearch search, BackgroundTasks tasks) {
        this(search, tasks, _ -> null);
    }

    /** @param costs dollars that an exchange cost, null when unknown; called on any thread */
    public FilterModel(
            ContentSearch search, BackgroundTasks tasks, Function<ExchangeSummary, @Nullable BigDecimal> costs) {
        this.search = search;
        this.tasks = tasks;
        this.costs = costs;
        query.subscribe(this::read);
    }

    /** What is typed. */
    public StringProperty queryProperty() {
        return query;
    }

    /** What is wrong with it, with the column, for a person; null when nothing is. */
    public ReadOnlyObjectProperty<@Nullable String> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Passes the exchanges that the last good query lets through. Its value may be called on any thread. */
    public ReadOnlyObjectProperty<Predicate<ExchangeSummary>> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** Whether contents have been searched for a while already, and still are. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public QueryHistory history() {
        return history;
    }

    /** Puts the query into the history, when it is a good one. */
    public void remember() {
        if (problem.get() == null) history.add(query.get());
    }

    /** Adds a term that has to hold, too. */
    public void narrowBy(String term) {
        String before =
                problem.get() == null ? query.get().strip() : filter.query().strip();
        boolean choice = before.toLowerCase(Locale.ROOT).matches(".*\\bor\\b.*");
        query.set(before.isEmpty() ? term : (choice ? "(" + before + ") " : before + " ") + term);
        remember();
    }

    /** Exchanges have ended: their contents, too, may hold the texts, and are searched in a while. */
    public void refresh() {
        if (filter.texts().isEmpty() || waiting != null) return;
        if (searching != null) stale = true;
        else searchAfter(pause);
    }

    /** Prices have changed, and with them what a query for costs lets through. */
    public void repriced() {
        if (query.get().contains("cost")) read(query.get());
    }

    private void read(String typed) {
        if (typing != null) typing.cancel();
        typing = null;
        try {
            ExchangeFilter newer = ExchangeFilter.parse(typed, costs, rows);
            problem.set(null);
            if (newer.texts().stream().noneMatch(FilterModel::mayBecomeAField)) use(newer);
            else typing = tasks.repeat(TYPING, () -> use(newer));
        } catch (FilterSyntaxException e) {
            problem.set(e.reason());
        }
    }

    private static boolean mayBecomeAField(String text) {
        String typed = text.toLowerCase(Locale.ROOT);
        return Fields.ALL.stream().anyMatch(field -> field.name().startsWith(typed));
    }

    private void use(ExchangeFilter newer) {
        if (typing != null) typing.cancel();
        typing = null;
        stopSearch();
        filter = newer;
        Map<String, Set<ExchangeId>> kept = new HashMap<>(found);
        kept.keySet().retainAll(newer.texts());
        put(kept);
        if (!kept.keySet().containsAll(newer.texts())) searchAfter(TYPING);
    }

    private void put(Map<String, Set<ExchangeId>> hits) {
        Map<String, Set<ExchangeId>> now = Map.copyOf(hits);
        ExchangeFilter asked = filter;
        found = now;
        wanted.set(
                asked.texts().isEmpty()
                        ? asked
                        : asked.with((id, text) -> ShownTexts.numberHolds(id, text)
                                || now.getOrDefault(text, Set.of()).contains(id)));
    }

    // Contents

    private void searchAfter(Duration delay) {
        waiting = tasks.repeat(delay, this::searchNow);
    }

    private void searchNow() {
        stopSearch();
        Set<String> texts = filter.texts();
        Object token = new Object();
        newestSearch = token;
        Map<String, Set<ExchangeId>> before = found;
        busySoon = tasks.repeat(BUSY_AFTER, () -> busy.set(true));
        searching = tasks.run(() -> search(texts, before, token), this::searched, this::searchFailed);
    }

    private void stopSearch() {
        if (waiting != null) waiting.cancel();
        if (searching != null) searching.cancel();
        if (busySoon != null) busySoon.cancel();
        waiting = null;
        searching = null;
        busySoon = null;
        busy.set(false);
        stale = false;
    }

    /** What a search found, and how long it took. */
    private record Hits(Map<String, Set<ExchangeId>> byText, Duration took) {}

    private Hits search(Set<String> texts, Map<String, Set<ExchangeId>> before, Object token) {
        long began = System.nanoTime();
        AtomicLong shown = new AtomicLong(began - SHOWN.toNanos());
        Map<String, Set<ExchangeId>> hits = new HashMap<>();
        for (String text : texts) {
            Set<ExchangeId> ids = new HashSet<>();
            hits.put(text, ids);
            search.search(text, id -> {
                ids.add(id);
                if (System.nanoTime() - shown.get() < SHOWN.toNanos()) return;
                Map<String, Set<ExchangeId>> soFar = beside(before, hits);
                if (!soFar.equals(before)) tasks.onFxThread(() -> searchedSoFar(soFar, token));
                shown.set(System.nanoTime());
            });
        }
        return new Hits(copy(hits), Duration.ofNanos(System.nanoTime() - began));
    }

    private static Map<String, Set<ExchangeId>> copy(Map<String, Set<ExchangeId>> hits) {
        return beside(Map.of(), hits);
    }

    /**
     * The hits so far beside those of the search before, which hold until this one says that it has all. Of many hits this
     * takes long: not for the FX thread.
     */
    private static Map<String, Set<ExchangeId>> beside(
            Map<String, Set<ExchangeId>> before, Map<String, Set<ExchangeId>> hits) {
        Map<String, Set<ExchangeId>> both = new HashMap<>(before);
        hits.forEach((text, ids) -> {
            Set<ExchangeId> all = new HashSet<>(ids);
            all.addAll(before.getOrDefault(text, Set.of()));
            both.put(text, Collections.unmodifiableSet(all));
        });
        return both;
    }

    private void searchedSoFar(Map<String, Set<ExchangeId>> soFar, Object token) {
        if (searching != null && newestSearch == token) put(soFar);
    }

    private void searched(Hits hits) {
        boolean again = stale;
        stopSearch();
        Duration rest = hits.took().multipliedBy(REST);
        pause = rest.compareTo(AGAIN) > 0 ? rest : AGAIN;
        if (!hits.byText().equals(found)) put(hits.byText());
        if (again) searchAfter(pause);
    }

    private void searchFailed(Exception failure) {
        stopSearch();
        problem.set(Messages.text("filter.searchFailed", String.valueOf(failure.getMessage())));
    }
}
