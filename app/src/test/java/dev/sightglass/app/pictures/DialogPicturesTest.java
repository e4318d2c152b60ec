package dev.sightglass.app.pictures;

import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each dialog over the window. */
class DialogPicturesTest extends Gallery {
    @BeforeEach
    void openOnTraffic() throws Exception {
        RecordedTraffic.copyTo(folder);
        EngineSettings settings = EngineSettings.DEFAULT.with(
                EngineSettings.DEFAULT.azure().withInstance("harbour").withDeployment("gpt-4.1"));
        open(settings, SqliteExchangeStore.open(StoreOptions.writing(folder)));
        await("the rows", () -> app.exchanges().shown().size() > 25);
    }

    @Test
    void settings() {
        press(KeyCode.CONTROL, KeyCode.COMMA);
        TabPane pages = node("settings-pages", TabPane.class);
        take("settings-azure");
        TextField endpoint = node("azure-endpoint", TextField.class);
        runOnFx(() -> endpoint.setText("http://example.com"));
        take("settings-azure-problem");
        runOnFx(() -> endpoint.setText(""));
        for (int i = 1; i < 4; i++) {
            int page = i;
            runOnFx(() -> pages.getSelectionModel().select(page));
            take("settings-" + (page == 1 ? "deployments" : page == 2 ? "prices" : "proxy"));
        }
        runOnFx(() -> pages.getSelectionModel().select(1));
        click("deployments-add");
        type("gpt-5.4-codex");
        take("settings-deployments-one");
        runOnFx(() -> pages.getSelectionModel().select(2));
        click("prices-add");
        type("gpt-4.1");
        press(KeyCode.TAB);
        type("free");
        take("settings-prices-problem");
        press(KeyCode.ESCAPE);
        await("the question", () -> exists("settings-stay"));
        take("settings-unsaved");
        click("settings-discard");
    }

    @Test
    void helpAndGuide() {
        press(KeyCode.F1);
        await("the help", () -> exists("shortcut-help"));
        take("shortcuts");
        press(KeyCode.ESCAPE);
        press(KeyCode.CONTROL, KeyCode.K);
        type("first steps");
        press(KeyCode.ENTER);
        await("the guide", () -> exists("guide"));
        take("guide");
    }

    @Test
    void export() {
        select(e -> e.id().number() == 7);
        press(KeyCode.CONTROL, KeyCode.E);
        await("the dialog", () -> exists("export-ok"));
        take("export");
        press(KeyCode.ESCAPE);
    }

    @Test
    void note() {
        select(e -> e.id().number() == 20);
        robot.rightClickOn(robot.lookup(".table-row-cell:selected").<Node>query());
        clickText("Note\u2026");
        await(
                "the dialog",
                () -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        robot.clickOn(robot.lookup(".dialog-pane .text-field").<Node>query());
        type("slow again");
        take("note");
        press(KeyCode.ESCAPE);
    }

    @Test
    void files() throws Exception {
        Path broken =
                Files.writeString(folder.resolve("broken.jsonl"), "{\"sightglass\": {\"id\": 1}}\n{\"id\": oops}\n");
        runOnFx(() -> window.open(broken));
        await("the refusal", () -> exists("open-failed"));
        take("open-failed");
        press(KeyCode.ESCAPE);
    }
}
