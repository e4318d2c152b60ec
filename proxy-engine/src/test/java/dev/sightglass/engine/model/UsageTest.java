package dev.sightglass.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UsageTest {
    private static Usage reported(
            @Nullable Long input, @Nullable Long reasoning, @Nullable Long audio, @Nullable Long prediction) {
        return new Usage(
                Usage.Source.REPORTED, input, 2L, 3L, null, 5L, reasoning, audio, audio, prediction, prediction);
    }

    @Test
    void countThatWasNotGivenStaysUnknownAndZeroStaysZero() {
        Usage usage = reported(null, 0L, 0L, 0L);

        assertThat(usage.input()).isNull();
        assertThat(usage.cacheCreation1h()).isNull();
        assertThat(usage.reasoning()).isZero();
        assertThat(usage.audioInput()).isZero();
        assertThat(usage.rejectedPrediction()).isZero();
        assertThat(Usage.reported(1L, null, null, 4L).reasoning()).isNull();
    }

    @Test
    void eachCountIsGivenBackAsItWas() {
        Usage usage = new Usage(Usage.Source.ESTIMATED, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);

        assertThat(usage)
                .extracting(
                        Usage::source,
                        Usage::input,
                        Usage::cacheRead,
                        Usage::cacheCreation,
                        Usage::cacheCreation1h,
                        Usage::output,
                        Usage::reasoning,
                        Usage::audioInput,
                        Usage::audioOutput,
                        Usage::acceptedPrediction,
                        Usage::rejectedPrediction)
                .containsExactly(Usage.Source.ESTIMATED, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    void usagesAreEqualWhenAllTheirCountsAre() {
        assertThat(reported(1L, 6L, 7L, 9L))
                .isEqualTo(reported(1L, 6L, 7L, 9L))
                .hasSameHashCodeAs(reported(1L, 6L, 7L, 9L))
                .isNotEqualTo(reported(null, 6L, 7L, 9L))
                .isNotEqualTo(reported(1L, null, 7L, 9L))
                .isNotEqualTo(reported(1L, 6L, 7L, 0L));
    }

    @Test
    void allInputIsKnownWhenAPartOfItIs() {
        assertThat(Usage.reported(null, null, null, 4L).totalInput()).isNull();
        assertThat(Usage.reported(null, 7L, null, 4L).totalInput()).isEqualTo(7);
        assertThat(Usage.reported(1L, 2L, 3L, 4L).totalInput()).isEqualTo(6);
    }
}
