package dev.sightglass.engine.detail;

import org.jspecify.annotations.Nullable;

/**
 * What Azure's content filter says of one category.
 *
 * @param prompt whether of the prompt, else of the answer
 * @param category as Azure names it, such as {@code hate} or {@code jailbreak}
 * @param severity {@code safe}, {@code low}, {@code medium} or {@code high}; null for categories without
 * @param filtered whether it struck
 * @param detected for categories without a severity, whether it was found; null where Azure does not say
 */
public record FilterVerdict(
        boolean prompt,
        String category,
        @Nullable String severity,
        boolean filtered,
        @Nullable Boolean detected) {
    /** Whether there is anything to worry about. */
    public boolean notable() {
        return filtered || Boolean.TRUE.equals(detected) || (severity != null && !severity.equals("safe"));
    }
}
