package dev.sightglass.app.feed;

import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.Collection;
import java.util.List;

/** Is told of exchanges, on the FX thread, in batches. */
public interface FeedListener {
    /** What the store held before, newest first. May hold exchanges that {@link #changed} has told of, in an older state. */
    void history(List<ExchangeSummary> newestFirst);

    /**
     * What happened since the last batch.
     *
     * @param newest the newest state of each exchange that is new or has changed, by rising id
     * @param removed exchanges that are gone from view; none of them is in {@code newest}
     */
    void changed(List<ExchangeSummary> newest, Collection<ExchangeId> removed);
}
