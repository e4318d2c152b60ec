package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.engine.settings.EngineSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderlyCloseTest extends UiTest {
    @TempDir
    private Path folder;

    private final CountDownLatch disk = new CountDownLatch(1);
    private AppContext app;
    private Stage stage;

    @BeforeEach
    void open() {
        AppContext.Surroundings surroundings = new AppContext.Surroundings(
                _ -> {},
                (_, _, _) -> Optional.empty(),
                _ -> {},
                new SimpleObjectProperty<>(ColorScheme.LIGHT),
                Clock.systemDefaultZone());
        FakeExchangeStore store = new FakeExchangeStore().closingWhen(disk);
        app = onFx(() -> new AppContext(folder, EngineSettings.DEFAULT, store, surroundings));
        stage = showScene(() -> {
            MainWindow window = new MainWindow(app);
            Scene scene = new Scene(window, 900, 600);
            app.themes().install(scene);
            return scene;
        });
        runOnFx(() -> OrderlyClose.install(stage, (MainWindow) stage.getScene().getRoot(), app));
    }

    @AfterEach
    void close() {
        disk.countDown();
        app.close();
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
