package dev.sightglass.app.feed;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.StoreListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sees what another process records: a store that is open for reading tells of no change, so its newest exchanges are looked
 * at now and then. FX thread only, but for the looking.
 */
final class Onlooker {
    private static final Duration PACE = Duration.ofSeconds(1);

    /** More than arrive between two looks; those in flight further back end unseen. */
    private static final int NEWEST = 1_000;

    private final ExchangeStore store;
    private final BackgroundTasks tasks;
    private final StoreListener told;
    private Map<ExchangeId, ExchangeSummary> known = Map.of();
    private boolean looking;

    Onlooker(ExchangeStore store, BackgroundTasks tasks, StoreListener told) {
        this.store = store;
        this.tasks = tasks;
        this.told = told;
    }

    BackgroundTasks.Running start() {
        return tasks.repeat(PACE, this::look);
    }

    private void look() {
        if (looking) return;
        looking = true;
        tasks.run(() -> store.newest(NEWEST, null), this::seen, _ -> looking = false); // the next look may succeed
    }

    private void seen(List<ExchangeSummary> newest) {
        looking = false;
        Map<ExchangeId, ExchangeSummary> now = new HashMap<>();
        for (ExchangeSummary each : newest) {
            now.put(each.id(), each);
            if (!each.equals(known.get(each.id()))) told.saved(each);
        }
        known = now;
    }
}
