package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.state.UiState;
import dev.sightglass.app.testing.ReadyWindowTest;
import dev.sightglass.app.testing.SampleExchanges;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

/** Menu, palette and shortcuts: each thing to do is in all of them. */
class ActionsJourneyTest extends ReadyWindowTest {
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
}
