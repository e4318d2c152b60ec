package dev.sightglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.engine.model.UpstreamKind;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class RehearsalTest {
    @ParameterizedTest
    @EnumSource
    void everySampleIsAnsweredAndTheTokensAreCountedLast(UpstreamKind kind) {
        AtomicInteger answeredAtCount = new AtomicInteger();
        Rehearsal[] rehearsal = new Rehearsal[1];
        rehearsal[0] = new Rehearsal(kind, _ -> answeredAtCount.addAndGet(rehearsal[0].answered()));
        rehearsal[0].run();
        assertThat(rehearsal[0].answered()).isEqualTo(Rehearsal.ROUNDS);
        assertThat(answeredAtCount).hasValue(Rehearsal.ROUNDS);
    }
}
