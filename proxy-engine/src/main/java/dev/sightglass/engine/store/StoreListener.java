package dev.sightglass.engine.store;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.Collection;

/** Is told of changes in the store, on the store's writing thread: quick, never blocks, never throws. */
public interface StoreListener {
    /** An exchange is new or has changed. */
    void saved(ExchangeSummary summary);

    /** Exchanges are gone from view. */
    void removed(Collection<ExchangeId> ids);

    /** The store's ability to keep things has changed. */
    default void health(StoreHealth health) {}

    /** Something that a person should know of, such as a damaged file that was moved aside; one sentence or two. */
    default void notice(String notice) {}
}
