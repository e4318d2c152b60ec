package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.demo.Demo;
import dev.sightglass.app.export.FileDialogs;
import dev.sightglass.app.state.UiState;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import dev.sightglass.simulator.demo.DemoConversation;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOpenerTest extends UiTest {
    @TempDir
    private Path folder;

    private Path export;
    private Demo demo;
    private ExchangeStore store;
    private AppContext app;
    private MainWindow window;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        export = folder.resolve("monday.json");
        demo = Demo.start(EngineSettings.DEFAULT.with(new ListenSettings("127.0.0.1", 0, "/anything")));
        store = SqliteExchangeStore.open(StoreOptions.writing(folder.resolve("data")));
        AppContext.Surroundings surroundings = new AppContext.Surroundings(
                _ -> {},
                new ChosenFiles(),
                _ -> {},
                new SimpleObjectProperty<>(ColorScheme.LIGHT),
                Clock.systemDefaultZone());
        app = onFx(() -> new AppContext(folder.resolve("data"), demo.settings(), store, surroundings));
        stage = showScene(() -> {
            window = new MainWindow(app);
            window.restore(UiState.FIRST);
            Scene scene = new Scene(window, 1280, 800);
            app.themes().install(scene);
            return scene;
        });
        runOnFx(() -> app.feed().start());
    }

    @AfterEach
    void close() {
        app.close();
        demo.close();
    }

    @Test
    void whatWasExportedIsOpenedBesideTheStoreAndIsTheSame() throws Exception {
        converse();
        int before = store.size();
        press(KeyCode.CONTROL, KeyCode.E);
        click("export-full");
        click("export-ok");
        await("the exported file", () -> Files.exists(export));

        press(KeyCode.CONTROL, KeyCode.O);
        await("the file's window", () -> exists("file-title"));
        Stage opened = onFx(
                () -> (Stage) robot.lookup("#file-title").query().getScene().getWindow());
        assertThat(opened.getTitle()).isEqualTo("monday.json (read only) - Sightglass");
        await("its rows", () -> rows(opened).equals(before + " exchanges"));
        runOnFx(() -> opened.getScene().lookup("#exchange-table").requestFocus());
        press(KeyCode.HOME);
        press(KeyCode.J);
        await("the overview", () -> opened.getScene().lookup("#inspector") != null);
        snapshot(opened.getScene(), "file-light");
        runOnFx(() -> app.themes().toggle());
        snapshot(opened.getScene(), "file-dark");
        assertThat(store.size()).isEqualTo(before);

        press(KeyCode.CONTROL, KeyCode.W);
        await("the main window alone", () -> Window.getWindows().equals(List.of(stage)));
    }

    @Test
    void aBrokenFileIsRefusedWithItsPlaceAndNothingIsChanged() throws Exception {
        Path broken =
                Files.writeString(folder.resolve("broken.jsonl"), "{\"sightglass\": {\"id\": 1}}\n{\"id\": oops}\n");

        runOnFx(() -> window.open(broken));
        Label text = node("open-failed", Label.class);
        assertThat(text.getText())
                .contains("broken.jsonl cannot be opened", "Record 2", "line 2, byte 33", "Nothing was changed");
        snapshot(text.getScene(), "file-refused");
        press(KeyCode.ESCAPE);
        await("the closed dialog", () -> !exists("open-failed"));

        runOnFx(() -> window.open(folder.resolve("none.har")));
        assertThat(node("open-failed", Label.class).getText()).contains("There is no such file");
        assertThat(store.size()).isZero();
    }

    private void converse() throws Exception {
        click("start");
        await("the running proxy", () -> app.proxy().running());
        URI address =
                onFx(() -> ((ProxyState.Running) app.proxy().stateProperty().get()).baseUrl());
        new DemoConversation(address).hold();
        await(
                "all exchanges at their end",
                () -> app.exchanges().shown().size() > 5
                        && app.exchanges().shown().stream()
                                .noneMatch(row -> row.state().inFlight()));
    }

    private static String rows(Stage opened) {
        return ((Label) opened.getScene().lookup("#status-scope")).getText();
    }

    /** Always the one file. */
    private final class ChosenFiles implements FileDialogs {
        @Override
        public Optional<Choice> save(Window owner, String suggestedName, List<Kind> kinds) {
            return Optional.of(new Choice(export, kinds.getFirst()));
        }

        @Override
        public Optional<Path> open(Window owner, Kind... kinds) {
            return Optional.of(export);
        }
    }
}
