package dev.sightglass.engine.detail;

import org.jspecify.annotations.Nullable;

/**
 * A piece of the client's request beside what it became in Azure's.
 *
 * @param clientPath where in the client's request, or null for what was added
 * @param upstreamPath where in Azure's request, or null for what was left out
 * @param gist the start of what the piece says
 * @param reason the translation's own note on it, or null
 */
public record AlignedPiece(
        @Nullable String clientPath,
        @Nullable String upstreamPath,
        State state,
        String gist,
        @Nullable String reason) {
    /** How the two sides compare. */
    public enum State {
        SAME,
        CHANGED,
        DROPPED,
        ADDED
    }
}
