package dev.sightglass.app.testing;

import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;

/** Base of the tests of a window as it stands after its first set-up: Azure is named, the store empty, the proxy off. */
public abstract class ReadyWindowTest extends WindowTest {
    @Override
    protected final Clock clock() {
        return SAMPLE_CLOCK;
    }

    @BeforeEach
    final void open() {
        openWindow(ANY_PORT.with(ANY_PORT.azure().withInstance("demo").withDeployment("gpt-4.1")), storeInFolder());
    }
}
