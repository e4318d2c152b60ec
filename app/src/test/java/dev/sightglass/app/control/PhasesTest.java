package dev.sightglass.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.Timings;
import org.junit.jupiter.api.Test;

class PhasesTest {
    private static final long MS = 1_000_000;

    @Test
    void whileAnAnswerRunsItsSilenceIsAzures() {
        Timings running = new Timings(1 * MS, 2 * MS, 400 * MS, 410 * MS, 420 * MS, Timings.UNSET, Timings.UNSET);

        assertThat(Phases.of(running, 900 * MS)).last().isEqualTo(new Phase("stream", 420 * MS, 900 * MS));
    }

    @Test
    void whatFollowsTheLastByteOfAnEndedAnswerIsOurs() {
        Timings ended = new Timings(1 * MS, 2 * MS, 400 * MS, 410 * MS, 420 * MS, 700 * MS, 705 * MS);

        assertThat(Phases.of(ended, 900 * MS)).last().isEqualTo(new Phase("overhead", 700 * MS, 705 * MS));
    }
}
