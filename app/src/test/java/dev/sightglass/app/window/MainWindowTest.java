package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.sightglass.app.state.UiState;
import dev.sightglass.app.testing.ReadyWindowTest;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.ProxyState;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.settings.ListenSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import org.junit.jupiter.api.Test;

/** The window itself: its looks, the proxy in its toolbar, what it remembers. */
class MainWindowTest extends ReadyWindowTest {
    @Test
    void theWindowLooksWorthItsMoneyInBothThemes() {
        tell(SampleExchanges.aScreenful());
        await(
                "the figures",
                () -> robot.lookup("#tile-exchanges .tile-value")
                        .queryLabeled()
                        .getText()
                        .equals("24"));

        snapshot(stage.getScene(), "window-light");
        runOnFx(() -> app.themes().toggle());
        snapshot(stage.getScene(), "window-dark");

        assertThat(label("status-scope")).isEqualTo("24 exchanges");
        assertThat(label("status-errors")).isEqualTo("errors 3");
    }

    @Test
    void withoutExchangesThereAreNoFiguresOfThem() {
        assertThat(exists("dashboard")).isFalse();

        tell(SampleExchanges.aScreenful());
        await("the figures", () -> exists("dashboard"));

        runOnFx(() -> ((SplitPane) window.lookup("#main-split")).setDividerPositions(0.7));
        runOnFx(() -> app.exchanges()
                .changed(
                        List.of(),
                        SampleExchanges.aScreenful().stream()
                                .map(ExchangeSummary::id)
                                .toList()));
        await("the steps alone", () -> !exists("dashboard"));
        tell(SampleExchanges.aScreenful());
        await("the divider where it was", () -> {
            double share = ((SplitPane) window.lookup("#main-split")).getDividerPositions()[0];
            return share > 0.65 && share < 0.75;
        });
    }

    @Test
    void theDividerKeepsItsPlaceWhenTheWindowShrinksWithTheFirstRow() {
        runOnFx(() -> {
            stage.setHeight(stage.getHeight() - 60);
            app.exchanges().changed(SampleExchanges.aScreenful(), List.of());
        });

        await("the middle", () -> {
            double share = ((SplitPane) window.lookup("#main-split")).getDividerPositions()[0];
            return share > 0.45 && share < 0.55;
        });
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
    void theArrangementIsRememberedAsIs() {
        runOnFx(() -> {
            window.restore(withPanel("timing"));
            var state = window.stateNow(new UiState.Bounds(1, 2, 1280, 800, false));
            assertThat(state.panel()).isEqualTo("timing");
            assertThatNoException().isThrownBy(() -> app.stateFile().save(state));
            assertThat(app.stateFile().load()).isEqualTo(state);
        });
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
}
