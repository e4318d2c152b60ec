package dev.sightglass.app.dashboard;

import dev.sightglass.app.dashboard.DashboardModel.Group;
import dev.sightglass.app.dashboard.DashboardModel.Tokens;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Usage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds up tokens turn by turn, or by whatever else names a group. */
final class TurnTally {
    /** More bars than this are too thin to tell apart. */
    static final int MOST = 96;

    private final Function<ExchangeSummary, ? extends @Nullable Object> turns;
    private final Map<Object, Turn> byTurn = new LinkedHashMap<>();

    private static final class Turn {
        final long number;

        @Nullable
        String prompt;

        long cached;
        long created;
        long fresh;
        long output;

        Turn(long number) {
            this.number = number;
        }
    }

    TurnTally(Function<ExchangeSummary, ? extends @Nullable Object> turns) {
        this.turns = turns;
    }

    void add(ExchangeSummary exchange) {
        Object key = turns.apply(exchange);
        if (key == null) return;
        Turn turn = byTurn.computeIfAbsent(key, _ -> new Turn(number(key)));
        if (turn.prompt == null && exchange.client().agentId() == null)
            turn.prompt = exchange.request().title();
        Usage usage = exchange.answer().usage();
        if (usage == null || usage.source() == Usage.Source.ESTIMATED) return;
        turn.cached += orZero(usage.cacheRead());
        turn.created += orZero(usage.cacheCreation());
        turn.fresh += orZero(usage.input());
        turn.output += orZero(usage.output());
    }

    /** Turns are counted; exchanges have numbers. */
    private long number(Object key) {
        return key instanceof ExchangeId id ? id.number() : byTurn.size() + 1;
    }

    int size() {
        return byTurn.size();
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    List<Group> groups() {
        List<Turn> all = List.copyOf(byTurn.values());
        int each = Math.max(1, (all.size() + MOST - 1) / MOST);
        List<Group> groups = new ArrayList<>();
        for (int from = 0; from < all.size(); from += each) {
            int to = Math.min(all.size(), from + each);
            groups.add(new Group(
                    all.get(from).number, all.get(to - 1).number, all.get(from).prompt, sum(all.subList(from, to))));
        }
        return groups;
    }

    private static Tokens sum(List<Turn> turns) {
        long cached = 0;
        long created = 0;
        long fresh = 0;
        long output = 0;
        for (Turn turn : turns) {
            cached += turn.cached;
            created += turn.created;
            fresh += turn.fresh;
            output += turn.output;
        }
        return new Tokens(cached, created, fresh, output);
    }
}
