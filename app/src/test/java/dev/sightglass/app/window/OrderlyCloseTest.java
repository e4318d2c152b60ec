package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.WindowTest;
import dev.sightglass.engine.settings.EngineSettings;
import java.util.concurrent.CountDownLatch;
import javafx.event.Event;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderlyCloseTest extends WindowTest {
    private final CountDownLatch disk = new CountDownLatch(1);

    @BeforeEach
    void open() {
        openWindow(EngineSettings.DEFAULT, new FakeExchangeStore().closingWhen(disk));
        runOnFx(() -> OrderlyClose.install(stage, window, app));
    }

    @AfterEach
    void close() {
        disk.countDown();
    }

    private void askToClose() {
        runOnFx(() -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    @Test
    void theWindowSaysThatItClosesUntilTheStoreIsClosed() {
        askToClose();
        await("the word that it closes", () -> exists("closing"));
        assertThat(onFx(stage::isShowing)).isTrue();
        disk.countDown();
        await("the window's end", () -> !stage.isShowing());
    }

    @Test
    void askedASecondTimeItGoesAtOnce() {
        askToClose();
        await("the word that it closes", () -> exists("closing"));
        askToClose();
        await("the window's end", () -> !stage.isShowing());
        assertThat(disk.getCount()).isEqualTo(1);
    }
}
