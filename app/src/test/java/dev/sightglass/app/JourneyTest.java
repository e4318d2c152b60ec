package dev.sightglass.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.demo.Demo;
import dev.sightglass.app.exchanges.RowState;
import dev.sightglass.app.export.FileDialogs;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.app.window.MainWindow;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import dev.sightglass.simulator.demo.DemoConversation;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole window on the whole engine: from the start button to the exported file. */
class JourneyTest extends UiTest {
    @TempDir
    private Path folder;

    private Demo demo;
    private AppContext app;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        EngineSettings settings = EngineSettings.DEFAULT.with(new ListenSettings("127.0.0.1", 0, "/anything"));
        demo = Demo.start(settings);
        AppContext.Surroundings surroundings = new AppContext.Surroundings(
                _ -> {},
                (_, _, kinds) -> Optional.of(new FileDialogs.Choice(folder.resolve("export.json"), kinds.getFirst())),
                _ -> {},
                new SimpleObjectProperty<>(ColorScheme.LIGHT),
                Clock.systemDefaultZone());
        app = onFx(() -> new AppContext(
                folder, demo.settings(), SqliteExchangeStore.open(StoreOptions.writing(folder)), surroundings));
        stage = showScene(() -> {
            Scene scene = new Scene(new MainWindow(app), 1280, 800);
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
    void fromTheStartButtonToTheExportedFile() throws Exception {
        click("start");
        await("the running proxy", () -> app.proxy().running());
        new DemoConversation(address()).hold();
        await(
                "all exchanges at their end",
                () -> app.exchanges().shown().size() > 5
                        && app.exchanges().shown().stream()
                                .noneMatch(row -> row.state().inFlight()));
        assertThat(onFx(() -> app.exchanges().shown().stream()
                        .filter(row -> row.state() == RowState.DONE)
                        .count()))
                .isGreaterThan(3);

        runOnFx(() -> stage.getScene().lookup("#exchange-table").requestFocus());
        press(KeyCode.HOME);
        press(KeyCode.J);
        await("the overview", () -> robot.lookup("#inspector").tryQuery().isPresent());
        picture("journey");

        press(KeyCode.CONTROL, KeyCode.E);
        click("export-shown");
        click("export-ok");
        await("the exported file", () -> Files.exists(folder.resolve("export.json")));
        await("the notice", () -> robot.lookup("#toast").tryQuery().isPresent());
        JsonNode records = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("export.json")));
        assertThat(records.size()).isEqualTo(onFx(() -> app.exchanges().shown().size()));
        assertThat(records.get(1).path("ai").path("meta").path("provider_name").asString())
                .isEqualTo("azure");
    }

    @Test
    void theFirstStepsLeadToTheFirstExchangeAndAreFoundAgain() throws Exception {
        runOnFx(() -> stage.getScene().getRoot().requestFocus());
        press(KeyCode.CONTROL, KeyCode.K);
        type("first steps");
        press(KeyCode.ENTER);
        await("the guide", () -> robot.lookup("#guide").tryQuery().isPresent());
        Scene guide = onFx(() -> robot.lookup("#guide").query().getScene());
        runOnFx(() -> ((Button) guide.lookup("#empty-test")).fire());
        await("the connection tested", () -> steps(guide).equals("done done 3 4"));
        snapshot(guide, "guide-light");
        runOnFx(() -> ((Button) guide.lookup("#empty-start")).fire());
        await("the running proxy", () -> steps(guide).equals("done done done 4"));
        new DemoConversation(address()).hold();
        await("the first exchange", () -> steps(guide).equals("done done done done"));
        runOnFx(() -> app.themes().toggle());
        snapshot(guide, "guide-dark");
    }

    private static String steps(Scene guide) {
        return guide.getRoot().lookupAll(".step-number").stream()
                .map(Node::getAccessibleText)
                .sorted(Comparator.comparing((String text) -> !text.equals("done"))
                        .thenComparing(text -> text))
                .collect(Collectors.joining(" "));
    }

    @Test
    void clearCanBeUndone() throws Exception {
        click("start");
        await("the running proxy", () -> app.proxy().running());
        new DemoConversation(address()).hold();
        await(
                "all exchanges at their end",
                () -> app.exchanges().shown().size() > 5
                        && app.exchanges().shown().stream()
                                .noneMatch(row -> row.state().inFlight()));
        int before = onFx(() -> app.exchanges().shown().size());

        press(KeyCode.CONTROL, KeyCode.L);
        await("the empty table", () -> app.exchanges().shown().isEmpty());
        click("toast-action");
        await("the rows again", () -> app.exchanges().shown().size() == before);
    }

    private void picture(String name) {
        snapshot(stage.getScene(), name + "-light");
        runOnFx(() -> app.themes().toggle());
        snapshot(stage.getScene(), name + "-dark");
        runOnFx(() -> app.themes().toggle());
    }

    private URI address() {
        return onFx(() -> ((ProxyState.Running) app.proxy().stateProperty().get()).baseUrl());
    }
}
