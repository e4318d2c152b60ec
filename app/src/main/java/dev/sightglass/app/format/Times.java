package dev.sightglass.app.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Points in time as text: local to look at, ISO 8601 to copy. */
public final class Times {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT);

    private Times() {}

    /** The local time of day; with the day when it is not {@code today}. */
    public static String human(Instant time, ZoneId zone, LocalDate today) {
        ZonedDateTime local = time.atZone(zone);
        return local.toLocalDate().equals(today) ? CLOCK.format(local) : DAY_AND_CLOCK.format(local);
    }

    /** Local time with its offset, to the millisecond: {@code 2026-11-22T14:02:11.123+01:00}. */
    public static String exact(Instant time, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.atZone(zone).truncatedTo(ChronoUnit.MILLIS).toOffsetDateTime());
    }
}
