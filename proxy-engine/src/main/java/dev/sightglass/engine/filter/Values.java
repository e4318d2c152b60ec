package dev.sightglass.engine.filter;

import dev.sightglass.engine.filter.Field.Unit;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with units, in a field's base unit. */
final class Values {
    private static final Pattern NUMBER = Pattern.compile("\\$?(-?\\d+(?:\\.\\d+)?)\\s*([a-z]*)");
    private static final Map<String, BigDecimal> COUNTS = Map.of("", power(0), "k", power(3), "m", power(6));
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
    private static final Map<String, BigDecimal> DURATIONS = Map.of(
            "", power(-3), "us", power(-6), "ms", power(-3), "s", power(0), "m", MINUTE, "min", MINUTE, "h", HOUR);
    private static final Map<String, BigDecimal> SIZES = Map.of(
            "", power(0), "b", power(0), "k", power(3), "kb", power(3), "m", power(6), "mb", power(6), "gb", power(9));

    private Values() {}

    /** @param column the value's place, counted from 0 */
    static double parse(Field field, String value, int column) throws FilterSyntaxException {
        if (field.unit() == Unit.TIME) return time(value, column);
        Matcher matcher = NUMBER.matcher(value.toLowerCase(Locale.ROOT));
        Map<String, BigDecimal> units = units(field.unit());
        if (!matcher.matches() || !units.containsKey(matcher.group(2)))
            throw new FilterSyntaxException(column + 1, "expected " + expected(field.unit()) + ", found " + value);
        // Not as doubles: 9 ms have to be the same number as 9,000,000 ns, or equality and limits would fail by a hair.
        return new BigDecimal(matcher.group(1))
                .multiply(units.getOrDefault(matcher.group(2), BigDecimal.ONE))
                .doubleValue();
    }

    private static BigDecimal power(int ofTen) {
        return BigDecimal.ONE.scaleByPowerOfTen(ofTen);
    }

    private static Map<String, BigDecimal> units(Unit unit) {
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

    private static double seconds(ZonedDateTime time) {
        return time.toInstant().toEpochMilli() / 1e3;
    }

    /** A day, a time of today, both, or an instant with its zone. */
    private static double time(String value, int column) throws FilterSyntaxException {
        ZoneId zone = ZoneId.systemDefault();
        try {
            if (value.endsWith("Z")) return Instant.parse(value).toEpochMilli() / 1e3;
            if (value.contains("T")) return seconds(LocalDateTime.parse(value).atZone(zone));
            if (value.contains(":"))
                return seconds(
                        LocalDate.now(zone).atTime(LocalTime.parse(value)).atZone(zone));
            return seconds(LocalDate.parse(value).atStartOfDay(zone));
        } catch (DateTimeException _) {
            throw new FilterSyntaxException(
                    column + 1, "expected a time such as 14:02, 2026-11-22 or 2026-11-22T14:02, found " + value);
        }
    }
}
