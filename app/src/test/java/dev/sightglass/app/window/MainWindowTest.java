package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.sightglass.app.AppContext;
import dev.sightglass.app.export.SystemFileDialogs;
import dev.sightglass.app.state.UiState;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.settings.ListenSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class MainWindowTest extends UiTest {
    @TempDir
    private Path folder;

    private final List<String> copied = new ArrayList<>();
    private AppContext app;
    private MainWindow window;
    private Stage stage;

    @BeforeEach
    void open() {
        ExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(folder));
        AppContext.Surroundings surroundings = new AppContext.Surroundings(
                copied::add,
                new SystemFileDialogs(),
                _ -> {},
                new SimpleObjectProperty<>(ColorScheme.LIGHT),
                Clock.fixed(SampleExchanges.START.plusSeconds(290), ZoneOffset.UTC));
        EngineSettings settings = EngineSettings.DEFAULT
                .with(new ListenSettings("127.0.0.1", 0, "/anything"))
                .with(EngineSettings.DEFAULT.azure().withInstance("demo").withDeployment("gpt-4.1"));
        app = onFx(() -> new AppContext(folder, settings, store, surroundings));
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
    }

    @Test
    void theWindowLooksWorthItsMoneyInBothThemes() {
        tell(SampleExchanges.aScreenful());
        press(KeyCode.HOME);
        WaitForAsyncUtils.waitForFxEvents();

        snapshot(stage.getScene(), "window-light");
        runOnFx(() -> app.themes().toggle());
        snapshot(stage.getScene(), "window-dark");

        assertThat(label("status-scope")).isEqualTo("24 exchanges");
        assertThat(label("status-errors")).isEqualTo("errors 3");
    }

    @Test
    void anEmptyWindowTeachesTheWayToTheFirstExchange() {
        snapshot(stage.getScene(), "window-empty-light");
        runOnFx(() -> app.themes().toggle());
        snapshot(stage.getScene(), "window-empty-dark");

        click("empty-copyLaunch");

        assertThat(copied)
                .singleElement()
                .asString()
                .contains("ANTHROPIC_BASE_URL=http://localhost:0/anything")
                .contains("ANTHROPIC_MODEL=gpt-4.1")
                .endsWith("claude");
        assertThat(exists("toast")).isTrue();
    }

    @Test
    void theProxyStartsAndStopsFromTheToolbar() {
        click("start");
        await("the running proxy", () -> app.proxy().running());
        assertThat(node("start", Button.class).getText()).isEqualTo("Stop");
        assertThat(label("status-proxy")).isEqualTo("proxy up");
        assertThat(node("address", Button.class).getText()).matches("localhost:[1-9]\\d*/anything");

        click("start");
        await("the stopped proxy", () -> app.proxy().stateProperty().get() instanceof ProxyState.Stopped);
    }

    @Test
    void aPortInUseIsToldAndAnotherOffered() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            runOnFx(() -> app.proxy()
                    .apply(app.proxy()
                            .settingsProperty()
                            .get()
                            .with(new ListenSettings("127.0.0.1", taken.getLocalPort(), "/anything"))));
            click("start");
            await("the offer", () -> robot.lookup("#toast-action").tryQuery().isPresent());
            snapshot(stage.getScene(), "window-port-in-use");
            click("toast-action");
            await("the proxy on another port", () -> app.proxy().running());
        }
    }

    @Test
    void typingIntoTheFilterNarrowsTheTable() {
        tell(SampleExchanges.aScreenful());
        press(KeyCode.CONTROL, KeyCode.F);
        assertThat(node("filter", TextField.class).isFocused()).isTrue();
        type("explore 200");
        await("the narrowed table", () -> label("status-scope").equals("5 of 24 exchanges"));
        press(KeyCode.ESCAPE);
        await("all rows again", () -> label("status-scope").equals("24 exchanges"));
    }

    @Test
    void aQueryFiltersLiveTellsWhatIsWrongAndIsCompletedByKeyboard() {
        tell(SampleExchanges.aScreenful());
        press(KeyCode.CONTROL, KeyCode.F);
        type("status>=400");
        await("the failed rows", () -> label("status-scope").equals("3 of 24 exchanges"));
        press(KeyCode.ENTER);

        type(" and tol=3");
        await("what is wrong", () -> label("filter-problem").contains("column 17"));
        snapshot(stage.getScene(), "window-filter-problem");

        press(KeyCode.ESCAPE);
        await("all rows again", () -> label("status-scope").equals("24 exchanges"));
        type("sto");
        press(KeyCode.DOWN);
        await("the offers", () -> robot.lookup("#filter-offers").query().isVisible());
        snapshot(stage.getScene(), "window-filter-offers");
        press(KeyCode.ENTER);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(node("filter", TextField.class).getText()).isEqualTo("stop:end_turn");
        press(KeyCode.ENTER);
        press(KeyCode.UP);
        assertThat(node("filter", TextField.class).getText()).isEqualTo("status>=400");
        UiState left = onFx(() -> window.stateNow(new UiState.Bounds(1, 2, 1280, 800, false)));
        assertThat(left.queries()).containsExactly("stop:end_turn", "status>=400");
    }

    @Test
    void choosingAnAgentNarrowsTheTable() {
        tell(SampleExchanges.aScreenful());
        await("the agent's line", () -> agentLine().isPresent());
        robot.clickOn(agentLine().orElseThrow());
        await("the agent's rows", () -> label("status-scope").matches("[12] of 24 exchanges"));
        press(KeyCode.CONTROL, KeyCode.B);
        await("the closed list", () -> robot.lookup("#session-tree").tryQuery().isEmpty());
    }

    @Test
    void settingsAreCheckedWhileTyping() {
        press(KeyCode.CONTROL, KeyCode.COMMA);
        Scene dialog = node("settings-save").getScene();
        snapshot(dialog, "settings-light");
        TextField endpoint = node("azure-endpoint", TextField.class);
        runOnFx(() -> endpoint.setText("http://example.com"));
        await("Save locked", () -> robot.lookup("#settings-save").query().isDisabled());
        snapshot(dialog, "settings-problem");
        press(KeyCode.ESCAPE);
    }

    @Test
    void anOwnPriceChangesEveryCostAndIsKept() {
        tell(SampleExchanges.aScreenful());
        String before = label("status-cost");
        press(KeyCode.CONTROL, KeyCode.K);
        type("prices");
        press(KeyCode.ENTER);
        Scene dialog = node("prices-page").getScene();
        await("the page", () -> robot.lookup("#prices-page").query().isVisible());
        snapshot(dialog, "settings-prices-light");
        click("prices-add");
        type("gpt-4.1");
        press(KeyCode.TAB);
        type("free");
        await("Save locked", () -> robot.lookup("#settings-save").query().isDisabled());
        snapshot(dialog, "settings-prices-problem");
        clickText("Remove");
        TextField input = fieldNamed("Input, gpt-4.1");
        runOnFx(() -> input.setText("20"));
        runOnFx(() -> app.themes().toggle());
        snapshot(dialog, "settings-prices-dark");
        runOnFx(() -> app.themes().toggle());
        click("settings-save");
        await("other costs", () -> !label("status-cost").equals(before));
        await("the kept prices", () -> Files.exists(folder.resolve("prices.json")));
    }

    @Test
    void aDeploymentIsSetUpAndChangesAreNotLostUnasked() {
        press(KeyCode.CONTROL, KeyCode.K);
        type("deployments");
        press(KeyCode.ENTER);
        await("the page", () -> robot.lookup("#deployments-page").tryQuery().isPresent());
        Scene dialog = node("deployments-page").getScene();
        click("deployments-add");
        type("gpt-5.4-codex");
        press(KeyCode.TAB);
        press(KeyCode.TAB);
        press(KeyCode.TAB);
        type("many");
        await("Save locked", () -> robot.lookup("#settings-save").query().isDisabled());
        snapshot(dialog, "settings-deployments-light");
        runOnFx(() -> app.themes().toggle());
        snapshot(dialog, "settings-deployments-dark");
        runOnFx(() -> app.themes().toggle());

        press(KeyCode.ESCAPE);
        snapshot(node("settings-stay").getScene(), "settings-unsaved");
        click("settings-stay");
        assertThat(exists("deployments-page")).isTrue();
        TextField cap = fieldNamed("Output cap, gpt-5.4-codex");
        runOnFx(() -> cap.setText("16384"));
        click("settings-save");
        await(
                "the deployment",
                () -> app.proxy()
                        .settingsProperty()
                        .get()
                        .deployment("gpt-5.4-codex")
                        .filter(each -> each.maxOutputTokens() == 16384)
                        .isPresent());
    }

    @Test
    void everyActionIsInTheMenuAndTheHelpListsTheShortcuts() {
        click("main-menu");
        snapshotScreen(stage, "window-menu");
        assertThat(exists("menu-settings")
                        || robot.lookup("Settings…").tryQuery().isPresent())
                .isTrue();
        press(KeyCode.ESCAPE);
        press(KeyCode.F1);
        await("the help", () -> exists("shortcut-help"));
        snapshot(node("shortcut-help").getScene(), "help");
    }

    @Test
    void everythingCanBeDoneFromThePaletteWithoutAMouse() {
        tell(SampleExchanges.aScreenful());
        press(KeyCode.CONTROL, KeyCode.K);
        await("the palette", () -> robot.lookup("#palette").query().isVisible());
        snapshot(stage.getScene(), "palette-light");
        runOnFx(() -> app.themes().toggle());
        type("theme");
        snapshot(stage.getScene(), "palette-dark");
        runOnFx(() -> app.themes().toggle());
        press(KeyCode.ESCAPE);
        await("the closed palette", () -> !robot.lookup("#palette").query().isVisible());

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        type("them dark");
        press(KeyCode.ENTER);
        await("the dark theme", () -> app.themes().darkProperty().get());

        press(KeyCode.CONTROL, KeyCode.K);
        type("explore");
        press(KeyCode.ENTER);
        await("the agent's rows", () -> label("status-scope").matches("[12] of 24 exchanges"));

        press(KeyCode.CONTROL, KeyCode.K);
        type("xyzzy");
        snapshot(stage.getScene(), "palette-nothing");
        press(KeyCode.ENTER);
        press(KeyCode.ESCAPE);
        UiState left = onFx(() -> window.stateNow(new UiState.Bounds(1, 2, 1280, 800, false)));
        assertThat(left.recent()).hasSize(2).last().isEqualTo("theme.dark");
    }

    @Test
    void everyShortcutOfTheRegistryIsTakenOnce() {
        List<KeyCombination> keys = onFx(() -> window.actions().all().stream()
                .flatMap(action -> action.keys().stream())
                .toList());
        assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        assertThat(onFx(() -> stage.getScene().getAccelerators().keySet())).containsAll(keys);
    }

    private static UiState withPanel(String key) {
        UiState first = UiState.FIRST;
        return new UiState(
                UiState.VERSION,
                null,
                first.columns(),
                first.inspectorShare(),
                first.sessions(),
                first.sessionsShare(),
                first.theme(),
                first.zoom(),
                first.follow(),
                first.queries(),
                first.recent(),
                key);
    }

    @Test
    void theArrangementIsRememberedAsIs() {
        runOnFx(() -> {
            window.restore(withPanel("timing"));
            var state = window.stateNow(new UiState.Bounds(1, 2, 1280, 800, false));
            assertThat(state.panel()).isEqualTo("timing");
            assertThatNoException().isThrownBy(() -> app.stateFile().save(state));
            assertThat(app.stateFile().load()).isEqualTo(state);
        });
    }

    private Optional<Node> agentLine() {
        return robot.lookup(".session-line > .name").queryAll().stream()
                .filter(name -> ((Label) name).getText().equals("Explore"))
                .findFirst();
    }

    private TextField fieldNamed(String name) {
        return onFx(() -> robot.lookup(".text-field").queryAllAs(TextField.class).stream()
                .filter(field -> name.equals(field.getAccessibleText()))
                .findFirst()
                .orElseThrow());
    }

    private String label(String id) {
        return onFx(() -> ((Label) robot.lookup("#" + id).query()).getText());
    }

    private void tell(List<ExchangeSummary> exchanges) {
        runOnFx(() -> {
            app.sessions().changed(exchanges, Set.of());
            app.exchanges().changed(exchanges, Set.of());
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
