package dev.sightglass.app.sessions;

import org.jspecify.annotations.Nullable;

/**
 * Names a session: by its id, or, for clients that name none, by how its conversation begins.
 *
 * @param id from the client's headers or metadata; null when they name none
 * @param opening fingerprint of the first prompt where there is no id; 0 when that is not known either
 */
public record SessionKey(@Nullable String id, long opening) {
    /** Of requests that belong to no conversation that could be told. */
    static final SessionKey NONE = new SessionKey(null, 0);
}
