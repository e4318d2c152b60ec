package dev.sightglass.app.exchanges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
    @Test
    void overlappingSpansOverlapOnTheLine() {
        TimeScale scale = TimeScale.over(List.of(new TimeScale.Span(0, 100), new TimeScale.Span(50, 200)));
        assertThat(scale.at(0)).isZero();
        assertThat(scale.at(50)).isEqualTo(0.25, within(0.001));
        assertThat(scale.at(200)).isEqualTo(1, within(0.001));
    }

    @Test
    void anIdleHourTakesASliverOnly() {
        TimeScale scale = TimeScale.over(List.of(new TimeScale.Span(0, 100), new TimeScale.Span(3_600_000, 3_600_100)));
        assertThat(scale.at(100)).isGreaterThan(0.45);
        assertThat(scale.at(3_600_000)).isBetween(scale.at(100), 0.55);
    }

    @Test
    void momentsOutsideLieAtTheNearestEnd() {
        TimeScale scale = TimeScale.over(List.of(new TimeScale.Span(10, 20)));
        assertThat(scale.at(0)).isZero();
        assertThat(scale.at(99)).isEqualTo(1);
    }
}
