package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.testing.ReadyWindowTest;
import dev.sightglass.app.testing.SampleExchanges;
import java.nio.file.Files;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Settings, prices and deployments, changed in their dialog. */
class SettingsJourneyTest extends ReadyWindowTest {
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

    private TextField fieldNamed(String name) {
        return onFx(() -> robot.lookup(".text-field").queryAllAs(TextField.class).stream()
                .filter(field -> name.equals(field.getAccessibleText()))
                .findFirst()
                .orElseThrow());
    }
}
