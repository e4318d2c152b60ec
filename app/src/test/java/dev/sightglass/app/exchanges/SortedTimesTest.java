package dev.sightglass.app.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SortedTimesTest {
    private final SortedTimes times = new SortedTimes();

    @Test
    void withoutTimesThereIsNoMedian() {
        assertThat(times.median()).isNull();
        times.add(5);
        times.remove(5);
        assertThat(times.median()).isNull();
    }

    @Test
    void theMedianIsThatOfASortedListWhateverComesAndGoes() {
        SplittableRandom random = new SplittableRandom(7);
        List<Long> plain = new ArrayList<>();
        for (int round = 0; round < 200; round++) {
            for (int i = random.nextInt(1, 40); i > 0; i--) {
                long value = random.nextLong(50);
                plain.add(value);
                times.add(value);
            }
            for (int i = random.nextInt(Math.min(30, plain.size())); i > 0; i--)
                times.remove(plain.remove(random.nextInt(plain.size())));
            List<Long> sorted = plain.stream().sorted().toList();
            assertThat(times.median()).isEqualTo(Duration.ofNanos(sorted.get((sorted.size() - 1) / 2)));
        }
    }
}
