package dev.sightglass.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request from Claude Code, its answer, and all between: everything but the bytes of the bodies, which the store gives
 * out one by one.
 *
 * @param downstream Claude Code to proxy
 * @param attempts proxy to Azure, oldest first; empty when nothing was sent
 */
public record Exchange(ExchangeSummary summary, Leg downstream, List<Attempt> attempts, List<TranslationNote> notes) {
    public Exchange {
        attempts = List.copyOf(attempts);
        notes = List.copyOf(notes);
    }

    /** The same with an end that nobody told of. */
    public Exchange interrupted() {
        return new Exchange(summary.with(new Outcome.Interrupted()), downstream, attempts, notes);
    }

    public ExchangeId id() {
        return summary.id();
    }

    /** The leg of the last attempt, whose answer was relayed; null when nothing was sent. */
    public @Nullable Leg upstream() {
        return attempts.isEmpty() ? null : attempts.getLast().leg();
    }
}
