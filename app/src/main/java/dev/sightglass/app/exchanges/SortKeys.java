package dev.sightglass.app.exchanges;

import dev.sightglass.engine.model.ExchangeId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sorts places by numbers that stand for values of any one type: no value is compared more often than it must be. */
final class SortKeys {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private static final int DECIMALS = 12;

    private SortKeys() {}

    /** Numbers that rise as the values do; unknown values have the largest. */
    static long[] of(@Nullable Comparable<Object>[] values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            Object value = values[i];
            Long number = value == null ? (Long) Long.MAX_VALUE : number(value);
            if (number == null) return ranks(values);
            keys[i] = number;
        }
        return keys;
    }

    private static long[] ranks(@Nullable Comparable<Object>[] values) {
        Map<Object, Long> ranks = new HashMap<>();
        for (Comparable<Object> value : values) if (value != null) ranks.put(value, 0L);
        rank(ranks);
        return Arrays.stream(values)
                .mapToLong(value -> value == null ? Long.MAX_VALUE : Objects.requireNonNull(ranks.get(value)))
                .toArray();
    }

    /** Null for values that are no numbers, nor as good as one. */
    private static @Nullable Long number(Object value) {
        return switch (value) {
            case Long number -> number;
            case Integer number -> (Long) (long) number;
            case Duration duration -> (Long) duration.toNanos();
            case Instant instant -> (Long) (instant.getEpochSecond() * 1_000_000_000L + instant.getNano());
            case ExchangeId id -> (Long) id.number();
            case BigDecimal amount -> number(amount);
            default -> null;
        };
    }

    /** In the smallest part that all prices have; null for amounts that are finer, or too large. */
    private static @Nullable Long number(BigDecimal amount) {
        if (amount.scale() > DECIMALS || amount.precision() - amount.scale() > 18 - DECIMALS) return null;
        return (Long) amount.movePointRight(DECIMALS).longValueExact();
    }

    /** Values that compare as equal get one rank, even where they are not equal, such as 1.0 and 1.00. */
    @SuppressWarnings("unchecked") // of a type that is comparable with itself
    private static void rank(Map<Object, Long> ranks) {
        Comparable<Object>[] sorted = ranks.keySet().toArray(Comparable[]::new);
        Arrays.sort(sorted, Comparator.naturalOrder());
        long rank = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && sorted[i].compareTo(sorted[i - 1]) != 0) rank++;
            ranks.put(sorted[i], rank);
        }
    }

    /** Puts {@code places} in the order of their keys; those of equal keys stay in their order. Both arrays are used up. */
    static int[] sorted(int[] places, long[] keys, boolean descending) {
        // As numbers without a sign.
        for (int i = 0; i < keys.length; i++)
            keys[i] = descending ? ~(keys[i] ^ Long.MIN_VALUE) : keys[i] ^ Long.MIN_VALUE;
        int[] from = places;
        long[] fromKeys = keys;
        int[] to = new int[places.length];
        long[] toKeys = new long[places.length];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            if (!byDigit(from, fromKeys, to, toKeys, shift)) continue;
            int[] others = from;
            from = to;
            to = others;
            long[] otherKeys = fromKeys;
            fromKeys = toKeys;
            toKeys = otherKeys;
        }
        return from;
    }

    /** Returns false, with nothing done, when all have the same digit. */
    private static boolean byDigit(int[] from, long[] fromKeys, int[] to, long[] toKeys, int shift) {
        int[] starts = new int[DIGITS + 1];
        for (long key : fromKeys) starts[digit(key, shift) + 1]++;
        if (fromKeys.length == 0 || starts[digit(fromKeys[0], shift) + 1] == fromKeys.length) return false;
        for (int i = 0; i < DIGITS; i++) starts[i + 1] += starts[i];
        for (int i = 0; i < from.length; i++) {
            int place = starts[digit(fromKeys[i], shift)]++;
            to[place] = from[i];
            toKeys[place] = fromKeys[i];
        }
        return true;
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & DIGITS - 1;
    }
}
