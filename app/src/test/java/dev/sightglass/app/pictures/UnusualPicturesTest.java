package dev.sightglass.app.pictures;

import dev.sightglass.app.inspector.RecordedExchanges;
import dev.sightglass.app.testing.ExportedFile;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.settings.EngineSettings;
import dev.sightglass.engine.store.ExchangeStore;
import dev.sightglass.engine.store.sqlite.SqliteExchangeStore;
import dev.sightglass.engine.store.sqlite.StoreOptions;
import dev.sightglass.simulator.AzureSimulator;
import dev.sightglass.simulator.demo.DemoSimulator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.geometry.Bounds;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The window with what does not happen every day: long names, all scripts, many agents, each failure, odd proportions. */
class UnusualPicturesTest extends Gallery {
    private static final Clock THEN = Clock.fixed(SampleExchanges.START.plusSeconds(900), ZoneOffset.UTC);

    private void openOn(List<ExchangeSummary> exchanges) {
        FakeExchangeStore store = new FakeExchangeStore();
        exchanges.forEach(each -> RecordedExchanges.addBare(store, each));
        open(EngineSettings.DEFAULT, store, THEN);
        await("the rows", () -> app.exchanges().shown().size() == exchanges.size());
    }

    @Test
    void manySessions() {
        openOn(UnusualExchanges.manySessions());
        await("the tree", () -> robot.lookup(".session-line").queryAll().size() > 10);
        select(e -> e.id().number() == 30);
        tableShare(0.55);
        take("many-sessions");
        runOnFx(() -> ((SplitPane) window.lookup("#side-split")).setDividerPositions(0.4));
        WaitForAsyncUtils.waitForFxEvents();
        take("many-sessions-wide");
        runOnFx(() -> ((SplitPane) window.lookup("#side-split")).setDividerPositions(0.02));
        tableShare(0.02);
        take("dividers-low");
        tableShare(0.98);
        runOnFx(() -> ((SplitPane) window.lookup("#side-split")).setDividerPositions(0.9));
        WaitForAsyncUtils.waitForFxEvents();
        take("dividers-high");
    }

    @Test
    void longNamesAndAllScripts() {
        FakeExchangeStore store = new FakeExchangeStore();
        for (ExchangeSummary each : UnusualExchanges.allScripts()) RecordedExchanges.add(store, each, saying(each));
        EngineSettings settings = EngineSettings.DEFAULT.with(EngineSettings.DEFAULT
                .azure()
                .withInstance("contoso-platform-engineering-west-europe")
                .withDeployment(UnusualExchanges.LONG_NAME));
        open(settings, store, THEN);
        await("the rows", () -> app.exchanges().shown().size() == UnusualExchanges.PROMPTS.size());
        select(e -> e.id().number() == 4);
        tableShare(0.35);
        take("scripts-overview");
        panel("conversation", "#conversation-blocks .block-name");
        take("scripts-conversation");
        panel("request", "#body-text");
        take("scripts-request");
    }

    private static byte[] saying(ExchangeSummary exchange) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.put("model", exchange.request().requestedModel()).put("max_tokens", 32_000);
        ArrayNode messages = body.putArray("messages");
        for (String prompt : UnusualExchanges.PROMPTS) {
            messages.addObject().put("role", "user").put("content", prompt);
            messages.addObject().put("role", "assistant").put("content", "**" + prompt + "**\n\n- `" + prompt + "`");
        }
        return JsonMapper.shared().writeValueAsBytes(body);
    }

    @Test
    void everyFailure() {
        openOn(UnusualExchanges.everyFailure());
        tableShare(0.78);
        select(e -> e.outcome() instanceof Outcome.TransportError failed && failed.kind() == Outcome.Kind.DNS);
        take("failures");
    }

    @Test
    void anExportUnderWay() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        FakeExchangeStore store = new FakeExchangeStore().readingWhen(read);
        SampleExchanges.aScreenful().forEach(each -> RecordedExchanges.addBare(store, each));
        open(EngineSettings.DEFAULT, store, THEN);
        await("the rows", () -> app.exchanges().shown().size() > 20);
        answerNextChooser(folder.resolve("all.json"));
        press(KeyCode.CONTROL, KeyCode.E);
        click("export-ok");
        await("the progress", () -> exists("export-progress"));
        take("export-running");
        read.countDown();
        await("its end", () -> exists("toast"));
        take("export-done");
    }

    @Test
    void aFile() throws Exception {
        RecordedTraffic.copyTo(folder);
        ExchangeStore store = SqliteExchangeStore.open(StoreOptions.writing(folder));
        open(EngineSettings.DEFAULT, store);
        await("the rows", () -> app.exchanges().shown().size() > 25);
        Path file = folder.resolve("harbour-monday.jsonl");
        ExportedFile.of(store, file, app.costs());
        runOnFx(() -> window.open(file));
        await("the file's window", () -> exists("file-title"));
        Window opened =
                onFx(() -> robot.lookup("#file-title").query().getScene().getWindow());
        runOnFx(() -> {
            opened.setX(stage.getX());
            opened.setY(stage.getY());
        });
        press(KeyCode.HOME);
        press(KeyCode.J);
        take("file");
    }

    @Test
    void tooltips() throws Exception {
        RecordedTraffic.copyTo(folder);
        open(EngineSettings.DEFAULT, SqliteExchangeStore.open(StoreOptions.writing(folder)));
        await("the rows", () -> app.exchanges().shown().size() > 25);
        Bounds table = onFx(() -> window.lookup("#exchange-table")
                .localToScreen(window.lookup("#exchange-table").getBoundsInLocal()));
        robot.moveTo(table.getMaxX() - 210, table.getMinY() + 150);
        robot.moveBy(2, 1);
        await("a tooltip", () -> Window.getWindows().stream().anyMatch(Tooltip.class::isInstance));
        take("tooltip");
    }

    @Test
    void theGuideOnItsWay() throws Exception {
        try (AzureSimulator azure = DemoSimulator.start()) {
            open(RecordedTraffic.settings(azure), SqliteExchangeStore.open(StoreOptions.writing(folder)));
            take("guide-named");
            click("empty-test");
            await(
                    "the findings",
                    () -> robot.lookup("#check-findings .ikonli-font-icon")
                                    .queryAll()
                                    .size()
                            > 3);
            take("guide-tested");
        }
        click("empty-test");
        await(
                "the failure",
                () -> robot.lookup("#check-findings .danger").tryQuery().isPresent());
        take("guide-test-failed");
    }
}
