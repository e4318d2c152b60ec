package dev.sightglass.app.inspector;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.app.theme.ThemeManager;
import dev.sightglass.app.theme.ThemeMode;
import dev.sightglass.engine.model.ExchangeSummary;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.util.WaitForAsyncUtils;

/** Base of the tests of the panels: an inspector in a window of its own, on recorded exchanges. */
abstract class PanelTest extends UiTest {
    protected final BackgroundTasks tasks = BackgroundTasks.start();

    protected final FakeExchangeStore store = new FakeExchangeStore();

    protected Inspector inspector;

    protected ThemeManager themes;

    protected Stage stage;

    protected ExchangeSummary last;

    @BeforeEach
    void open() {
        last = RecordedExchanges.conversation(store);
        themes = onFx(() -> new ThemeManager(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        stage = showScene(() -> {
            inspector = new Inspector(new InspectorContext(store, tasks, _ -> {}));
            Scene scene = new Scene(inspector, 1280, 520);
            themes.install(scene);
            return scene;
        });
    }

    @AfterEach
    void endTasks() {
        tasks.close();
    }

    protected void show(ExchangeSummary exchange) {
        runOnFx(() -> inspector.show(exchange));
    }

    protected void pictures(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        runOnFx(() -> themes.modeProperty().set(ThemeMode.LIGHT));
        WaitForAsyncUtils.waitForFxEvents();
        snapshot(stage.getScene(), "inspector-" + name + "-light");
        runOnFx(() -> themes.modeProperty().set(ThemeMode.DARK));
        WaitForAsyncUtils.waitForFxEvents();
        snapshot(stage.getScene(), "inspector-" + name + "-dark");
    }

    protected String text(String id) {
        return onFx(() -> ((Label) robot.lookup("#" + id).query()).getText());
    }
}
