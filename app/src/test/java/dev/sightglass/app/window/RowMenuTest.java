package dev.sightglass.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.exchanges.ExchangeRow;
import dev.sightglass.app.exchanges.ExchangeTable;
import dev.sightglass.app.inspector.RecordedExchanges;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.WindowTest;
import dev.sightglass.engine.model.Annotation;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.settings.EngineSettings;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class RowMenuTest extends WindowTest {
    private final FakeExchangeStore store = new FakeExchangeStore();
    private ExchangeTable table;

    @Override
    protected Clock clock() {
        return SAMPLE_CLOCK;
    }

    @BeforeEach
    void open() {
        for (ExchangeSummary summary : SampleExchanges.aScreenful()) {
            if (summary.inFlight()) RecordedExchanges.addBare(store, summary);
            else RecordedExchanges.add(store, summary, "client-request.json");
        }
        openWindow(EngineSettings.DEFAULT, store);
        table = (ExchangeTable) node("exchange-table").getParent();
        await("the rows", () -> app.exchanges().shown().size() == 24);
        runOnFx(() -> {
            ((SplitPane) stage.getScene().lookup("#main-split")).setDividerPositions(0.8);
            table.followingProperty().set(false);
            table.move(1);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aRowIsCopiedAsTheRequestOfEitherLeg() {
        rightClick(row(7));
        clickText("Copy as cURL, as Claude Code sent it");
        await("the client's command", () -> copied.size() == 1);
        rightClick(row(7));
        clickText("Copy as cURL, as sent to Azure");
        await("Azure's command", () -> copied.size() == 2);

        assertThat(copied.getFirst()).contains("# From the client").contains("/anything/v1/messages");
        assertThat(copied.getLast()).contains("# From the proxy to Azure").contains("openai.azure.com");
    }

    @Test
    void idsRowsAndValuesAreCopied() {
        rightClick(row(7));
        clickText("Copy rows");
        assertThat(copied.getLast()).startsWith("7\t");

        rightClick(row(7));
        clickText("Copy id");
        clickText("Response id");
        assertThat(copied.getLast()).isEqualTo("chatcmpl-7");

        robot.rightClickOn("429 error");
        clickText("Copy value");
        assertThat(copied.getLast()).contains("429").contains("Rate limit reached");

        runOnFx(table::focusTable);
        press(KeyCode.J);
        press(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied.getLast()).startsWith("6\t");
    }

    @Test
    void colourPinAndNoteAreShownInTheRowAndKept() {
        click(row(4));
        click(row(6), KeyCode.SHIFT);
        rightClick(row(6));
        clickText("Pin");
        await(
                "all pinned",
                () -> annotation(4).pinned()
                        && annotation(5).pinned()
                        && annotation(6).pinned());
        int place = 0;
        for (String colour : List.of("Red", "Orange", "Yellow", "Green", "Blue", "Violet")) {
            click(row(10 + place));
            rightClick(row(10 + place));
            clickText("Colour");
            clickText(colour);
            long number = 10 + place++;
            await("the colour", () -> colour.equalsIgnoreCase(annotation(number).colour()));
        }
        rightClick(row(8));
        clickText("Note\u2026");
        await(
                "the dialog",
                () -> robot.lookup(".dialog-pane .text-field").tryQuery().isPresent());
        snapshot(robot.lookup(".dialog-pane").query().getScene(), "row-note");
        robot.clickOn(".dialog-pane .text-field");
        type("slow again");
        robot.clickOn("OK");
        await("the note", () -> "slow again".equals(annotation(8).note()));
        click(row(3));
        snapshot(stage.getScene(), "table-annotated-light");
        runOnFx(() -> app.themes().toggle());
        snapshot(stage.getScene(), "table-annotated-dark");
    }

    @Test
    void valuesOfARowNarrowTheTableOrAreShutOut() {
        robot.rightClickOn("429 error");
        clickText("Exclude \u201cstatus=429\u201d");
        awaitScope("23 of 24 exchanges");
        assertThat(query()).isEqualTo("not status=429");

        await("the row", () -> robot.lookup("413 rejected").tryQuery().isPresent());
        robot.rightClickOn("413 rejected");
        clickText("Filter by \u201cstatus=413\u201d");
        awaitScope("1 of 24 exchanges");
        assertThat(query()).isEqualTo("not status=429 status=413");
    }

    @Test
    void valuesWithUnitsNarrowTheTableFromHereOn() {
        rightClick(row(10).lookup(".time"));
        click("row-from");
        awaitScope("15 of 24 exchanges");
        assertThat(query()).startsWith("time>=2026-11-22T");

        rightClick(row(11).lookup(".total"));
        snapshot(robot.lookup("#row-copyRows").query().getScene(), "row-menu-duration");
        clickText("Filter by \u201cduration>=5.90s\u201d");
        await("the durations", () -> app.filter().queryProperty().get().endsWith(" duration>=5.90s"));
        await(
                "the row itself",
                () -> robot.lookup("#status-scope")
                        .queryAs(Label.class)
                        .getText()
                        .matches("[1-9] of 24 exchanges"));

        rightClick(row(11).lookup(".cost"));
        robot.clickOn(
                (Node item) -> item instanceof Label label && label.getText().contains("cost>=0.0"));
        await("the costs", () -> app.filter().queryProperty().get().contains(" cost>=0.0"));
    }

    @Test
    void twoSelectedRowsAreComparedAndSummedUp() {
        click(row(7));
        click(row(3), KeyCode.CONTROL);
        awaitScope("2 selected");
        rightClick(row(3));
        clickText("Compare the two");
        await(
                "the comparison",
                () -> robot.lookup("#tab-diff").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void typingInTheTableBeginsAQueryAndEnterGoesToTheInspector() {
        click(row(7));
        press(KeyCode.ENTER);
        assertThat(node("tab-overview").isFocused()).isTrue();

        click(row(7));
        type("out");
        assertThat(node("filter").isFocused()).isTrue();
        assertThat(query()).isEqualTo("out");
    }

    private Annotation annotation(long number) {
        ExchangeRow row = Objects.requireNonNull(app.exchanges().row(new ExchangeId(number)));
        return row.summary().annotation();
    }

    private void awaitScope(String text) {
        await(
                "the status " + text,
                () -> robot.lookup("#status-scope")
                        .queryAs(Label.class)
                        .getText()
                        .equals(text));
    }

    private String query() {
        return node("filter", TextField.class).getText();
    }

    private Node row(long number) {
        return robot.lookup(".exchange-row")
                .match((Node node) -> node instanceof TableRow<?> row
                        && row.getItem() instanceof ExchangeRow item
                        && item.id().number() == number)
                .query();
    }
}
