package dev.sightglass.app.control.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.engine.model.Body;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.RecordedBody;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodyViewerTest extends UiTest {
    private final BackgroundTasks tasks = BackgroundTasks.start();
    private BodyViewer viewer;
    private TextView view;

    @BeforeEach
    void open() {
        show(() -> viewer = new BodyViewer(tasks), 900, 500);
        view = onFx(() -> (TextView) viewer.lookup("#body-text"));
    }

    @AfterEach
    void endTasks() {
        tasks.close();
    }

    private void show(Object key, byte[] bytes, Body state) {
        runOnFx(() -> viewer.show(key, new RecordedBody(state, bytes, ArrivalMarks.NONE), "application/json"));
    }

    private void show(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        show(text.hashCode(), bytes, new Body.Captured(bytes.length));
    }

    private String label(String id) {
        return onFx(() -> ((Label) viewer.lookup("#" + id)).getText());
    }

    private String shown() {
        return view.rows().size() == 0 ? "" : view.rows().copy(0, Integer.MAX_VALUE);
    }

    @Test
    void oneLineOfTenMegabytesOpensAndIsSearched() {
        show("{\"text\":\"" + "x".repeat(10_000_000) + "needle\"}");

        await("the whole text", () -> view.rows().copy(0, 20_000_000).endsWith("needle\"\n}"));
        click(node("body-search", Node.class));
        type("needle");
        await("the hit", () -> label("body-search-count").equals("1 of 1"));
        assertThat(onFx(() ->
                        view.rows().row(view.rows().rowOf(view.caret())).text().length() <= 2_100))
                .isTrue();
    }

    @Test
    void tenThousandLevelsStandAsReceivedAndSayWhy() {
        show("[".repeat(10_000) + "]".repeat(10_000));

        await("the reason", () -> label("body-notice").contains("deeper than 1000"));
    }

    @Test
    void brokenJsonTellsItsPlace() {
        show("{\"a\": 1,\n \"b\": }");

        await("the place", () -> label("body-notice").contains("expected a value"));
    }

    @Test
    void absentBodiesSayWhy() {
        show("gone", new byte[0], new Body.NotCaptured(5_000_000, Body.Reason.PRUNED));
        await("the reason", () -> label("body-nothing").startsWith("No longer kept"));

        show("cut", "{\"a\": 1".getBytes(UTF_8), new Body.Truncated(9_000, 7));
        await("the true size", () -> label("body-notice").contains("9.0 kB"));
    }

    @Test
    void keyboardSelectsAndCopiesTheTextAsItIs() {
        show("{\"n\": 1e400}");
        await("the text", () -> shown().contains("1e400"));

        runOnFx(view::requestFocus);
        press(KeyCode.CONTROL, KeyCode.A);
        press(KeyCode.CONTROL, KeyCode.C);

        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString().contains("\"n\": 1e400")))
                .isTrue();
    }

    @Test
    void hexShowsTheBytesAsReceived() {
        show("{\"a\":1}");
        await("the text", () -> shown().contains("\"a\": 1"));

        click("body-mode-hex");

        await("the bytes", () -> view.rows().row(0).text().startsWith("7b 22 61 22 3a 31 7d"));
    }
}
