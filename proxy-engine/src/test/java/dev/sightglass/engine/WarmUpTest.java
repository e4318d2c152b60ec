package dev.sightglass.engine;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sightglass.engine.model.UpstreamKind;
import dev.sightglass.engine.upstream.Upstreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WarmUpTest {
    @ParameterizedTest
    @EnumSource(UpstreamKind.class)
    void theSampleIsOneThatEveryUpstreamTakes(UpstreamKind kind) {
        assertThatCode(new WarmUp(new Upstreams().of(kind))::run).doesNotThrowAnyException();
    }
}
