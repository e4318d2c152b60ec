package dev.sightglass.engine.credential;

import java.time.Duration;
import java.time.Instant;

/** A token of Entra ID. Its value never prints. */
record AccessToken(String value, Instant expiresAt) {
    /** A token is renewed this long before its end, as Azure's own clients do. */
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(5);

    boolean fresh(Instant now) {
        return now.isBefore(expiresAt.minus(RENEW_BEFORE));
    }

    boolean valid(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "AccessToken(hidden, until " + expiresAt + ")";
    }
}
