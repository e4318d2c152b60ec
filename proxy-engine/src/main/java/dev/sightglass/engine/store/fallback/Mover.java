package dev.sightglass.engine.store.fallback;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.StoreListener;
import dev.sightglass.engine.store.Transfer;
import java.util.List;

/** Brings exchanges, whole or still running, from one store to another under their numbers. */
final class Mover {
    private static final int PAGE = 500;

    private Mover() {}

    /** Returns how many. Nobody else writes to either meanwhile. */
    static int move(ExchangeStore from, ExchangeStore to) {
        List<ExchangeSummary> all = from.newest(Integer.MAX_VALUE, null);
        for (ExchangeSummary summary : all.reversed())
            from.find(summary.id()).ifPresent(exchange -> Transfer.copy(exchange, from, to));
        return all.size();
    }

    /** Tells a listener of all that is in a store, newest first. */
    static void tellAll(ExchangeStore store, StoreListener listener) {
        ExchangeId before = null;
        while (true) {
            List<ExchangeSummary> page = store.newest(PAGE, before);
            page.forEach(listener::saved);
            if (page.size() < PAGE) return;
            before = page.getLast().id();
        }
    }
}
