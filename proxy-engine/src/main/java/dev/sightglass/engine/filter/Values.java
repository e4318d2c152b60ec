package dev.sightglass.engine.filter;

import dev.sightglass.engine.filter.Field.Unit;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units, in a field's base unit. */
final class Values {
    private static final Pattern NUMBER = Pattern.compile("\\$?(-?\\d+(?:\\.\\d+)?)\\s*([a-z]*)");
    private static final Map<String, Double> COUNTS = Map.of("", 1.0, "k", 1e3, "m", 1e6);
    private static final Map<String, Double> DURATIONS =
            Map.of("", 1e-3, "us", 1e-6, "ms", 1e-3, "s", 1.0, "m", 60.0, "min", 60.0, "h", 3600.0);
    private static final Map<String, Double> SIZES =
            Map.of("", 1.0, "b", 1.0, "k", 1e3, "kb", 1e3, "m", 1e6, "mb", 1e6, "gb", 1e9);

    private Values() {}

    /** @param column the value's place, counted from 0 */
    static double parse(Field field, String value, int column) throws FilterSyntaxException {
        if (field.unit() == Unit.TIME) return time(value, column);
        Matcher matcher = NUMBER.matcher(value.toLowerCase(Locale.ROOT));
        Map<String, Double> units = units(field.unit());
        if (!matcher.matches() || !units.containsKey(matcher.group(2)))
            throw new FilterSyntaxException(column + 1, "expected " + expected(field.unit()) + ", found " + value);
        return Double.parseDouble(matcher.group(1)) * units.getOrDefault(matcher.group(2), 1.0);
    }

    private static Map<String, Double> units(Unit unit) {
        return switch (unit) {
            case DURATION -> DURATIONS;
            case SIZE -> SIZES;
            case COUNT, MONEY, TIME, TEXT -> COUNTS;
        };
    }

    private static String expected(Unit unit) {
        return switch (unit) {
            case DURATION -> "a time such as 3s, 800ms or 2m";
            case SIZE -> "a size such as 200KB or 1.5MB";
            case COUNT, MONEY, TIME, TEXT -> "a number such as 400 or 12k";
        };
    }

    /** A day, a time of today, both, or an instant with its zone. */
    private static double time(String value, int column) throws FilterSyntaxException {
        ZoneId zone = ZoneId.systemDefault();
        try {
            if (value.endsWith("Z")) return Instant.parse(value).toEpochMilli() / 1e3;
            if (value.contains("T"))
                return LocalDateTime.parse(value).atZone(zone).toEpochSecond();
            if (value.contains(":"))
                return LocalDate.now(zone)
                        .atTime(LocalTime.parse(value))
                        .atZone(zone)
                        .toEpochSecond();
            return LocalDate.parse(value).atStartOfDay(zone).toEpochSecond();
        } catch (DateTimeException _) {
            throw new FilterSyntaxException(
                    column + 1, "expected a time such as 14:02, 2026-11-22 or 2026-11-22T14:02, found " + value);
        }
    }
}
