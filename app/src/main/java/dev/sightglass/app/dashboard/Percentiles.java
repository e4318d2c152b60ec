package dev.sightglass.app.dashboard;

import dev.sightglass.app.dashboard.DashboardModel.Latency;
import dev.sightglass.engine.model.ExchangeSummary;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Percentiles by the nearest rank. */
final class Percentiles {
    private Percentiles() {}

    static Latency of(List<ExchangeSummary> exchanges, Function<ExchangeSummary, @Nullable Duration> time) {
        long[] nanos = exchanges.stream()
                .map(time)
                .filter(found -> found != null)
                .mapToLong(Duration::toNanos)
                .sorted()
                .toArray();
        return new Latency(nanos.length, at(nanos, 50), at(nanos, 95), at(nanos, 99));
    }

    static @Nullable Duration median(long[] unsorted) {
        long[] nanos = unsorted.clone();
        Arrays.sort(nanos);
        return at(nanos, 50);
    }

    private static @Nullable Duration at(long[] sorted, int percent) {
        if (sorted.length == 0) return null;
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return Duration.ofNanos(sorted[Math.max(1, rank) - 1]);
    }
}
