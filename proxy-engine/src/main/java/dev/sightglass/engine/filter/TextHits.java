package dev.sightglass.engine.filter;

import dev.sightglass.engine.model.ExchangeId;

/** Which exchanges hold a text in their content, as a store's search has found. */
@FunctionalInterface
public interface TextHits {
    /** Nothing was searched: only what stands in the row counts. */
    TextHits NONE = (_, _) -> false;

    boolean holds(ExchangeId id, String text);
}
