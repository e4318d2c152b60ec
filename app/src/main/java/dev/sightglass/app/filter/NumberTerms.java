package dev.sightglass.app.filter;

import dev.sightglass.engine.filter.Field;
import dev.sightglass.engine.model.ExchangeSummary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Terms about a numeric field, of the row's value with its unit: at least, at most and, where two rows may well have the same
 * value, equal. Rounded so that the row itself passes each. None when the value is not known.
 */
final class NumberTerms {
    private NumberTerms() {}

    static List<String> ofCount(Field field, ExchangeSummary exchange) {
        Double value = value(field, exchange);
        if (value == null) return List.of();
        BigDecimal exact = BigDecimal.valueOf(value);
        if (exact.stripTrailingZeros().scale() > 0) return between(field, exact, 1, "");
        String text = exact.toBigInteger().toString();
        return List.of(field.name() + ">=" + text, field.name() + "<=" + text, field.name() + "=" + text);
    }

    static List<String> ofDuration(Field field, ExchangeSummary exchange) {
        Double seconds = value(field, exchange);
        if (seconds == null) return List.of();
        BigDecimal exact = BigDecimal.valueOf(seconds);
        return seconds < 1 ? between(field, exact.movePointRight(3), 0, "ms") : between(field, exact, 2, "s");
    }

    static List<String> ofMoney(Field field, @Nullable BigDecimal dollars) {
        if (dollars == null) return List.of();
        int digits = Math.max(2, 2 - dollars.precision() + dollars.scale());
        return between(field, dollars, digits, "");
    }

    /** In this machine's zone, as the query reads it. */
    static List<String> ofTime(Field field, ExchangeSummary exchange) {
        LocalDateTime time =
                LocalDateTime.ofInstant(exchange.startedAt().truncatedTo(ChronoUnit.MILLIS), ZoneId.systemDefault());
        return List.of(field.name() + ">=" + time, field.name() + "<=" + time);
    }

    private static List<String> between(Field field, BigDecimal exact, int decimals, String unit) {
        return List.of(
                field.name() + ">="
                        + exact.setScale(decimals, RoundingMode.FLOOR).toPlainString() + unit,
                field.name() + "<="
                        + exact.setScale(decimals, RoundingMode.CEILING).toPlainString() + unit);
    }

    private static @Nullable Double value(Field field, ExchangeSummary exchange) {
        return field.number() == null ? null : field.number().apply(exchange);
    }
}
