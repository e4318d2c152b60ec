package dev.sightglass.engine.pipeline;

import dev.sightglass.engine.model.Outcome;

/**
 * A request that the proxy refuses itself.
 *
 * @param type the envelope's error type
 * @param reason one word for filters
 * @param message what is wrong and what to do
 */
public record Rejection(int status, String type, String reason, String message) {
    public Outcome outcome() {
        return new Outcome.Rejected(status, reason, message);
    }
}
