package dev.sightglass.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * One try to get an answer from the upstream. Usually there is just one.
 *
 * @param number counts from 1
 * @param sentAt nanoseconds from the exchange's start to the first byte sent upstream
 * @param endedAt nanoseconds from the exchange's start to the end of this try, or {@link Timings#UNSET}
 * @param reason why this try was made (for the second and later ones), or null
 * @param failure why this try gave no answer to relay, or null
 */
public record Attempt(
        int number,
        Leg leg,
        long sentAt,
        long endedAt,
        @Nullable String reason,
        @Nullable String failure) {}
