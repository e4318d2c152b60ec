package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.StoreHealth;
import dev.sightglass.engine.store.StoreListener;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who is told of changes. For any thread. */
final class StoreListeners {
    private final List<StoreListener> listeners = new CopyOnWriteArrayList<>();

    ExchangeStore.Subscription add(StoreListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void saved(ExchangeSummary summary) {
        for (StoreListener listener : listeners) listener.saved(summary);
    }

    void removed(Collection<ExchangeId> ids) {
        for (StoreListener listener : listeners) listener.removed(ids);
    }

    void notice(String notice) {
        for (StoreListener listener : listeners) listener.notice(notice);
    }

    void health(StoreHealth health) {
        for (StoreListener listener : listeners) listener.health(health);
    }
}
