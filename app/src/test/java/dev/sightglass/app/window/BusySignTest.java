package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.RecordedRun;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.WindowTest;
import java.util.concurrent.CountDownLatch;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What takes long says so, and no longer than it takes. */
class BusySignTest extends WindowTest {
    private final CountDownLatch disk = new CountDownLatch(1);
    private final FakeExchangeStore store = new FakeExchangeStore().readingWhen(disk);

    @BeforeEach
    void open() {
        store.save(RecordedRun.stored(SampleExchanges.done(1)));
        openWindow(ANY_PORT, store);
        await("the row", () -> app.exchanges().shown().size() == 1);
    }

    @AfterEach
    void letGo() {
        disk.countDown();
    }

    @Test
    void aPanelThatWaitsForTheDiskSaysSoUntilItIsThere() {
        assertThat(shown("panel-busy")).isFalse();
        goToFirstRow();
        await("the sign", () -> shown("panel-busy"));
        pictures("panel-busy");
        disk.countDown();
        await("no sign", () -> !shown("panel-busy"));
        assertThat(label("overview-verdict")).isNotEmpty();
    }

    @Test
    void aSearchOfTheContentsSaysSoUntilItHasEnded() {
        press(KeyCode.CONTROL, KeyCode.F);
        type("oribasius");
        await("the sign", () -> shown("filter-busy"));
        disk.countDown();
        await("no sign", () -> !shown("filter-busy"));
    }

    private boolean shown(String id) {
        return robot.lookup("#" + id)
                .tryQuery()
                .filter(node -> node.isVisible())
                .isPresent();
    }
}
