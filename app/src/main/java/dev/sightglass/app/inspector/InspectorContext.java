package dev.sightglass.app.inspector;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.engine.detail.ExchangeDetails;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.pricing.PriceTable;
import dev.sightglass.engine.store.ExchangeStore;

/**
 * What panels need from outside.
 *
 * @param store where exchanges and bodies are read from, off the FX thread
 * @param details parses what the store gives, off the FX thread
 * @param tasks the way off the FX thread and back
 * @param links opens addresses that stand in payloads
 * @param costs what tokens cost
 * @param slowWork is told of what panels wait for
 */
public record InspectorContext(
        ExchangeStore store,
        ExchangeDetails details,
        BackgroundTasks tasks,
        LinkOpener links,
        CostCalculator costs,
        SlowWork slowWork) {
    public InspectorContext(ExchangeStore store, BackgroundTasks tasks, LinkOpener links, CostCalculator costs) {
        this(store, new ExchangeDetails(store), tasks, links, costs, new SlowWork(tasks));
    }

    /** Without prices: every cost is unknown. */
    public InspectorContext(ExchangeStore store, BackgroundTasks tasks, LinkOpener links) {
        this(store, tasks, links, new CostCalculator(() -> PriceTable.EMPTY));
    }
}
