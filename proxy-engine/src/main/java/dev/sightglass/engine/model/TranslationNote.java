package dev.sightglass.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a translation did not carry over as it was.
 *
 * @param direction on the way to Azure or back
 * @param path where in the source message, such as {@code tools[3].cache_control}
 * @param targetPath where in the translated message, or null when it left no trace
 * @param action what happened
 * @param reason why, in one sentence for a person
 */
public record TranslationNote(
        Direction direction, String path, @Nullable String targetPath, Action action, String reason) {
    /** The way of the message. */
    public enum Direction {
        REQUEST,
        ANSWER
    }

    /** What happened to the field. */
    public enum Action {
        DROPPED,
        CLAMPED,
        RENAMED,
        MOVED,
        MERGED,
        INVENTED,
        SHORTENED,
        REPLACED
    }
}
