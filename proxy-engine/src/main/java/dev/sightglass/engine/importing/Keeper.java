package dev.sightglass.engine.importing;

import dev.sightglass.engine.model.Exchange;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.Transfer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps exchanges of an opened file in the store of what was recorded, under new numbers; what is there already stays single. */
public final class Keeper {
    private static final int PAGE = 1000;

    private final ExchangeStore from;
    private final ExchangeStore to;

    /** Is told how it goes, on the keeping thread, and may end it. */
    @FunctionalInterface
    public interface Progress {
        /** Returns false to cancel: nothing is left behind. */
        boolean kept(int done, int total);
    }

    /**
     * What was done.
     *
     * @param ids of what was added
     * @param known how many were there already
     * @param cancelled whether it was ended early, and nothing added
     */
    public record Result(List<ExchangeId> ids, int known, boolean cancelled) {}

    /** By what an exchange is known again: an export knows milliseconds, and numbers differ from store to store. */
    private record Likeness(
            long startedAt,
            String method,
            String path,
            long requestSize,
            int status,
            @Nullable String responseId) {
        static Likeness of(ExchangeSummary e) {
            return new Likeness(
                    e.startedAt().toEpochMilli(),
                    e.request().method(),
                    e.request().path(),
                    e.requestSize(),
                    e.status(),
                    e.answer().responseId());
        }
    }

    /** @param to is written to, beside those who record there */
    public Keeper(ExchangeStore from, ExchangeStore to) {
        this.from = from;
        this.to = to;
    }

    /** Takes long: not on the FX thread. */
    public Result keep(List<ExchangeId> wanted, Progress progress) {
        Set<Likeness> present = present();
        List<ExchangeId> added = new ArrayList<>();
        int done = 0;
        for (ExchangeId id : wanted.stream().sorted().toList()) {
            Optional<Exchange> exchange = from.find(id);
            if (exchange.isPresent()
                    && !present.contains(Likeness.of(exchange.get().summary()))) added.add(add(ended(exchange.get())));
            if (progress.kept(++done, wanted.size())) continue;
            to.remove(added);
            return new Result(List.of(), 0, true);
        }
        return new Result(List.copyOf(added), wanted.size() - added.size(), false);
    }

    private ExchangeId add(Exchange exchange) {
        ExchangeId number = to.nextId();
        Transfer.copy(exchange, from, to, number);
        return number;
    }

    /** What was under way when it was exported has no end that anybody will tell. */
    private static Exchange ended(Exchange exchange) {
        return exchange.summary().inFlight() ? exchange.interrupted() : exchange;
    }

    private Set<Likeness> present() {
        Set<Likeness> present = new HashSet<>();
        ExchangeId before = null;
        while (true) {
            List<ExchangeSummary> page = to.newest(PAGE, before);
            for (ExchangeSummary each : page) present.add(Likeness.of(each));
            if (page.size() < PAGE) return present;
            before = page.getLast().id();
        }
    }
}
