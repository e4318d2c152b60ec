package dev.sightglass.app.testing;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.demo.Demo;
import dev.sightglass.app.export.FileDialogs;
import dev.sightglass.app.export.SystemFileDialogs;
import dev.sightglass.app.state.UiState;
import dev.sightglass.app.window.MainWindow;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import dev.sightglass.simulator.demo.DemoConversation;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Base of the tests of the whole window: it stands on a store and a data folder of its own, and both end with the test. */
public abstract class WindowTest extends UiTest {
    /** Some minutes after the first of {@link SampleExchanges}. */
    protected static final Clock SAMPLE_CLOCK = Clock.fixed(SampleExchanges.START.plusSeconds(290), ZoneOffset.UTC);

    /** Any free port of the loopback interface. */
    protected static final EngineSettings ANY_PORT =
            EngineSettings.DEFAULT.with(new ListenSettings("127.0.0.1", 0, "/anything"));

    @TempDir
    protected Path folder;

    /** What was copied, the newest last. */
    protected final List<String> copied = new ArrayList<>();

    protected AppContext app;
    protected MainWindow window;
    protected Stage stage;
    private @Nullable Demo demo;

    /** What answers when the app asks for a file. */
    protected FileDialogs files() {
        return new SystemFileDialogs();
    }

    protected Clock clock() {
        return Clock.systemDefaultZone();
    }

    /** Opens the window; the feed runs already. */
    protected final void openWindow(EngineSettings settings, ExchangeStore store) {
        AppContext.Surroundings surroundings = new AppContext.Surroundings(
                copied::add, files(), _ -> {}, new SimpleObjectProperty<>(ColorScheme.LIGHT), clock());
        app = onFx(() -> new AppContext(folder, settings, store, surroundings));
        stage = showScene(() -> {
            window = new MainWindow(app);
            window.restore(UiState.FIRST);
            Scene scene = new Scene(window, 1280, 800);
            app.themes().install(scene);
            return scene;
        });
        runOnFx(() -> {
            window.focusRows();
            app.feed().start();
        });
    }

    /** Opens the window on a store in the folder and on the simulator; the proxy is not started. */
    protected final void openOnDemo() throws Exception {
        demo = Demo.start(ANY_PORT);
        openWindow(demo.settings(), storeInFolder());
    }

    /** A store that writes to the folder. */
    protected final ExchangeStore storeInFolder() {
        return SqliteExchangeStore.open(StoreOptions.writing(folder));
    }

    @AfterEach
    final void closeWindow() {
        if (app != null) app.close();
        if (demo != null) demo.close();
    }

    /** Starts the proxy from the toolbar. */
    protected final void startProxy() {
        click("start");
        await("the running proxy", () -> app.proxy().running());
    }

    /** Starts the proxy, sends the sample conversation through it and waits for its end. */
    protected final void converse() throws Exception {
        startProxy();
        new DemoConversation(address()).hold();
        await(
                "all exchanges at their end",
                () -> app.exchanges().shown().size() > 5
                        && app.exchanges().shown().stream()
                                .noneMatch(row -> row.state().inFlight()));
    }

    /** Where the running proxy listens. */
    protected final URI address() {
        return onFx(() -> ((ProxyState.Running) app.proxy().stateProperty().get()).baseUrl());
    }

    /** Tells the window of exchanges, past the store. */
    protected final void tell(List<ExchangeSummary> exchanges) {
        runOnFx(() -> {
            app.sessions().changed(exchanges, Set.of());
            app.exchanges().changed(exchanges, Set.of());
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Gives the table the focus and goes to its first row. */
    protected final void goToFirstRow() {
        runOnFx(() -> stage.getScene().lookup("#exchange-table").requestFocus());
        press(KeyCode.HOME);
    }

    /** The text of the showing label with this id. */
    protected final String label(String id) {
        return onFx(() -> Objects.requireNonNull(robot.lookup("#" + id).queryAs(Label.class))
                .getText());
    }

    /** How many rows are shown, as the status bar says it. */
    protected final String scope() {
        return label("status-scope");
    }

    /** Writes pictures of the whole window in both themes. */
    protected final void pictures(String name) {
        snapshot(stage.getScene(), name + "-light");
        runOnFx(() -> app.themes().toggle());
        snapshot(stage.getScene(), name + "-dark");
        runOnFx(() -> app.themes().toggle());
    }
}
