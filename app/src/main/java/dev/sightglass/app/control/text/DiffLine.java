package dev.sightglass.app.control.text;

import dev.sightglass.app.control.text.DisplayRow.Tone;
import org.jspecify.annotations.Nullable;

/**
 * One line of a comparison.
 *
 * @param number line number in its text from 1; 0 for headings and for the space beside a line that the other text has
 * @param other the line that this one replaced or was replaced by, or null
 * @param heading whether it names the lines after it
 */
public record DiffLine(
        Tone tone, String text, int number, @Nullable String other, boolean heading) {
    /** A heading over lines. */
    public static DiffLine heading(String text) {
        return new DiffLine(Tone.PLAIN, text, 0, null, true);
    }

    static DiffLine of(Tone tone, String text, int number, @Nullable String other) {
        return new DiffLine(tone, text, number, other, false);
    }

    /** The space beside a line that the other text has. */
    static DiffLine space() {
        return of(Tone.ABSENT, "", 0, null);
    }

    boolean isChange() {
        return tone != Tone.PLAIN;
    }
}
