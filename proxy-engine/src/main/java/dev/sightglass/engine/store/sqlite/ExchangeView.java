package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Exchanges as readers see them: what is new in memory and all others in the file, without those out of view. For any thread. */
final class ExchangeView {
    private final Questions questions;
    private final LiveExchanges live;
    private final Packs packs;
    private final Words words;
    private final boolean abandoned;
    private final Set<ExchangeId> hidden = ConcurrentHashMap.newKeySet();

    /** @param abandoned nobody writes: what is in flight in the file was left so by a crash */
    ExchangeView(Questions questions, LiveExchanges live, Packs packs, Words words, boolean abandoned) {
        this.questions = questions;
        this.live = live;
        this.packs = packs;
        this.words = words;
        this.abandoned = abandoned;
    }

    /** Takes those that are there out of view; returns them. */
    List<ExchangeId> hide(Collection<ExchangeId> ids) {
        List<ExchangeId> known =
                ids.stream().filter(id -> summary(id).isPresent()).toList();
        hidden.addAll(known);
        return known;
    }

    /** Ends that an exchange is out of view; false when it was not. */
    boolean unhide(ExchangeId id) {
        return hidden.remove(id);
    }

    boolean isHidden(ExchangeId id) {
        return hidden.contains(id);
    }

    Set<ExchangeId> hidden() {
        return Set.copyOf(hidden);
    }

    /** How many exchanges there are, out of view or not. */
    long countAnew() {
        return questions.ask(s -> {
            long count = s.number("SELECT count(*) FROM exchange");
            for (LiveExchange exchange : live.newestFirst())
                if (exchange.latest() != null
                        && ExchangeReader.summary(s, words, exchange.id()).isEmpty()) count++;
            return count;
        });
    }

    int hiddenCount() {
        return hidden.size();
    }

    /** Exchanges that do not exist any more. */
    void forget(Set<ExchangeId> ids) {
        hidden.removeAll(ids);
    }

    /** Up to {@code limit} exchanges older than {@code before} (or the newest ones), newest first. */
    List<ExchangeSummary> newest(int limit, @Nullable ExchangeId before) {
        Map<ExchangeId, ExchangeSummary> found = stored(limit, before == null ? Long.MAX_VALUE : before.number());
        for (LiveExchange exchange : live.newestFirst()) {
            Exchange latest = exchange.latest();
            boolean wanted = before == null || exchange.id().compareTo(before) < 0;
            if (latest != null && wanted && !isHidden(exchange.id())) found.put(exchange.id(), latest.summary());
        }
        return found.values().stream()
                .sorted(Comparator.comparing(ExchangeSummary::id).reversed())
                .limit(limit)
                .toList();
    }

    private Map<ExchangeId, ExchangeSummary> stored(int limit, long before) {
        Map<ExchangeId, ExchangeSummary> found = new HashMap<>();
        long bound = before;
        while (true) {
            long from = bound;
            List<ExchangeSummary> page = questions.ask(s -> ExchangeReader.newest(s, words, limit, from));
            for (ExchangeSummary summary : page) if (!isHidden(summary.id())) found.put(summary.id(), seen(summary));
            if (page.size() < limit || found.size() >= limit) return found;
            bound = page.getLast().id().number();
        }
    }

    Optional<ExchangeSummary> summary(ExchangeId id) {
        if (isHidden(id)) return Optional.empty();
        LiveExchange exchange = live.find(id);
        Exchange latest = exchange == null ? null : exchange.latest();
        if (latest != null) return Optional.of(latest.summary());
        return questions.ask(s -> ExchangeReader.summary(s, words, id)).map(this::seen);
    }

    Optional<Exchange> find(ExchangeId id) {
        if (isHidden(id)) return Optional.empty();
        LiveExchange exchange = live.find(id);
        Exchange latest = exchange == null ? null : exchange.latest();
        if (latest != null) return Optional.of(latest);
        return stored(id).map(e -> new Exchange(seen(e.summary()), e.downstream(), e.attempts(), e.notes()));
    }

    private Optional<Exchange> stored(ExchangeId id) {
        try {
            return questions.ask(s -> ExchangeReader.find(s, words, id));
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof DamagedPiece)) throw e;
            return questions.ask(s -> ExchangeReader.summary(s, words, id)).map(BareExchange::of);
        }
    }

    /** A summary from the file, with an annotation that is not written yet, and the outcome that a crash left it. */
    private ExchangeSummary seen(ExchangeSummary summary) {
        LiveExchange exchange = live.find(summary.id());
        Annotation annotation = exchange == null ? null : exchange.annotation();
        ExchangeSummary annotated = annotation == null ? summary : summary.with(annotation);
        return abandoned && annotated.inFlight() ? annotated.with(new Outcome.Interrupted()) : annotated;
    }

    void search(String text, int limit, Consumer<ExchangeId> found) {
        if (text.isEmpty() || limit <= 0) return;
        if (limit == Integer.MAX_VALUE) searchAll(text, found);
        else searchSome(text, limit, found);
    }

    /** Tells as soon as anything is found: in the newest heads, in bodies, then in heads. */
    private void searchAll(String text, Consumer<ExchangeId> found) {
        Set<ExchangeId> told = ConcurrentHashMap.newKeySet();
        Consumer<ExchangeId> once = id -> {
            if (!isHidden(id) && told.add(id)) found.accept(id);
        };
        HeadSearch heads = new HeadSearch(questions, live, text);
        heads.runNewest(once);
        searchBodies(text, Integer.MAX_VALUE, once);
        heads.run(id -> !told.contains(id), once);
    }

    private void searchSome(String text, int limit, Consumer<ExchangeId> found) {
        TreeSet<ExchangeId> all = new TreeSet<>(Comparator.reverseOrder());
        searchBodies(text, limit, all::add);
        Set<ExchangeId> heads = new HashSet<>();
        long oldest = all.size() < limit ? 0 : all.last().number();
        new HeadSearch(questions, live, text).run(oldest, id -> {
            if (!isHidden(id)) heads.add(id);
            return heads.size() < limit;
        });
        all.addAll(heads);
        all.stream().limit(limit).forEach(found);
    }

    /** May tell an exchange twice. */
    private void searchBodies(String text, int limit, Consumer<ExchangeId> found) {
        int before = packs.generation();
        try {
            new TextSearch(questions, packs, live, hidden, text, limit, found).run();
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof DamagedPiece) || !packs.changedSince(before)) throw e;
            searchBodies(text, limit, found);
        }
    }
}
