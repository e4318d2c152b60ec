package dev.sightglass.app.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SortKeysTest {
    private final Random random = new Random(5);

    @Test
    void valuesOfAnyTypeAreSortedAsByComparingThem() {
        List<IntFunction<? extends @Nullable Comparable<?>>> kinds = List.of(
                i -> random.nextLong(),
                i -> i % 7 == 0 ? null : Duration.ofNanos(random.nextLong(1L << 40)),
                i -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000)),
                i -> random.nextInt(-5, 5),
                i -> random.nextGaussian(),
                i -> i % 11 == 0 ? null : BigDecimal.valueOf(random.nextInt(50), random.nextInt(4)),
                i -> BigDecimal.valueOf(random.nextLong(), 3 + random.nextInt(30)),
                i -> "text " + random.nextInt(300),
                i -> null);
        for (IntFunction<? extends @Nullable Comparable<?>> kind : kinds)
            for (int size : new int[] {0, 1, 2, 3_000}) {
                compare(size, kind, false);
                compare(size, kind, true);
            }
    }

    @SuppressWarnings("unchecked")
    private static void compare(int size, IntFunction<? extends @Nullable Comparable<?>> kind, boolean descending) {
        Comparable<Object>[] values = IntStream.range(0, size).mapToObj(kind).toArray(Comparable[]::new);
        Comparator<Integer> plain =
                Comparator.comparing(i -> values[i], Comparator.nullsLast(Comparator.naturalOrder()));
        if (descending) plain = plain.reversed();
        int[] wanted = IntStream.range(0, size)
                .boxed()
                .sorted(plain)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] places = IntStream.range(0, size).toArray();
        assertThat(SortKeys.sorted(places, SortKeys.of(values), descending)).isEqualTo(wanted);
    }
}
