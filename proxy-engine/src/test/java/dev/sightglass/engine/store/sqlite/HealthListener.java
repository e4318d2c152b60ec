package dev.sightglass.engine.store.sqlite;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.store.StoreHealth;
import dev.sightglass.engine.store.StoreListener;
import java.util.Collection;
import java.util.List;

/** Notes each change of health. */
record HealthListener(List<StoreHealth> told) implements StoreListener {
    @Override
    public void saved(ExchangeSummary summary) {}

    @Override
    public void removed(Collection<ExchangeId> ids) {}

    @Override
    public void health(StoreHealth health) {
        synchronized (told) {
            told.add(health);
        }
    }
}
