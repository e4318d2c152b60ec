package dev.sightglass.app.format;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Quantities in human units; {@link #ABSENT} for what is not known. The exact value belongs in the tooltip and on the clipboard. */
public final class Human {
    /** Stands where a number is absent: never 0. */
    public static final String ABSENT = "–";

    private static final double NANOS_PER_MS = 1e6;

    private Human() {}

    /** {@code 0.42 ms}, {@code 820 ms}, {@code 1.24 s}, {@code 2 m 04 s}. */
    public static String duration(@Nullable Duration duration) {
        return duration == null ? ABSENT : nanos(duration.toNanos());
    }

    /** The same from nanoseconds. */
    public static String nanos(long nanos) {
        if (nanos == 0) return "0 ms";
        double ms = nanos / NANOS_PER_MS;
        if (ms < 10) return format("%.2f ms", ms);
        if (ms < 999.5) return format("%.0f ms", ms);
        if (ms < 59_995) return format(ms < 9_995 ? "%.2f s" : "%.1f s", ms / 1000);
        long seconds = Math.round(ms / 1000);
        if (seconds < 3600) return format("%d m %02d s", seconds / 60, seconds % 60);
        return format("%d h %02d m", seconds / 3600, seconds % 3600 / 60);
    }

    /** Milliseconds with three digits after the point. */
    public static String exact(@Nullable Duration duration) {
        return duration == null ? ABSENT : format("%,.3f ms", duration.toNanos() / NANOS_PER_MS);
    }

    /** {@code 950}, {@code 12.3k}, {@code 1.24M}, {@code 3.10B} (billions, of a thousand millions). */
    public static String count(@Nullable Long count) {
        if (count == null) return ABSENT;
        if (count < 1_000) return Long.toString(count);
        if (count < 9_995) return format("%.2fk", count / 1e3);
        if (count < 99_950) return format("%.1fk", count / 1e3);
        if (count < 999_500) return format("%.0fk", count / 1e3);
        if (count < 999_500_000) return format(count < 9_995_000 ? "%.2fM" : "%.1fM", count / 1e6);
        return format(count < 9_995_000_000L ? "%.2fB" : "%.1fB", count / 1e9);
    }

    /** All digits, grouped. */
    public static String exact(@Nullable Long count) {
        return count == null ? ABSENT : format("%,d", count);
    }

    /** {@code 512 B}, {@code 48.2 kB}, {@code 5.00 MB}; a kB is 1,000 bytes. */
    public static String bytes(long bytes) {
        if (bytes < 1_000) return bytes + " B";
        if (bytes < 999_500) return format(bytes < 99_950 ? "%.1f kB" : "%.0f kB", bytes / 1e3);
        if (bytes < 999_500_000) return format(bytes < 9_995_000 ? "%.2f MB" : "%.1f MB", bytes / 1e6);
        return format("%.2f GB", bytes / 1e9);
    }

    /** {@code 93%}. */
    public static String percent(double share) {
        double percent = share * 100;
        return format(percent > 0 && percent < 1 ? "%.1f%%" : "%.0f%%", percent);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would want a library of its own
    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
