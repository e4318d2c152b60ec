package dev.sightglass.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.body.TextView;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.engine.model.ExchangeSummary;
import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.Test;

/** Request and response. */
class BodyPanelsTest extends PanelTest {
    @Test
    void requestShowsBothLegsAndSearches() {
        show(last);
        runOnFx(() -> inspector.showPanel("request"));
        TextView view = (TextView) node("body-text", Node.class);
        await("the formatted request", () -> view.rows().size() > 100);

        press(KeyCode.CONTROL, KeyCode.F);
        type("oribasius");
        await("the hits", () -> text("body-search-count").startsWith("1 of "));
        press(KeyCode.ENTER);
        await("the second hit", () -> text("body-search-count").startsWith("2 of "));
        await("the path of the hit", () -> text("body-path").startsWith("messages[3].content[0].content"));
        pictures("request");
        clickText("To Azure");
        await("Azure's form", () -> view.rows().copy(0, 2_000_000).contains("max_completion_tokens"));
    }

    @Test
    void responseShowsTheMessage() {
        show(last);
        runOnFx(() -> inspector.showPanel("response"));
        StyleClassedTextArea area = (StyleClassedTextArea) node("answer-text", Node.class);

        await("the message", () -> area.getText().startsWith("The **Vienna Oribasius**"));
        assertThat(onFx(() -> area.getText().contains("git diff --stat"))).isTrue();
        pictures("response");
    }

    @Test
    void answerGrowsAtItsEndWhileItStreams() {
        byte[] whole = RecordedExchanges.resource("client-answer.sse");
        ExchangeSummary running = SampleExchanges.streaming(50);
        RecordedExchanges.add(store, running, "client-request.json");
        RecordedExchanges.answerSoFar(store, running, Arrays.copyOf(whole, whole.length / 3));
        show(running);
        runOnFx(() -> inspector.showPanel("response"));
        StyleClassedTextArea area = (StyleClassedTextArea) node("answer-text", Node.class);
        await("the beginning", () -> area.getText().startsWith("The **Vienna"));
        String beginning = onFx(() -> area.getText());

        RecordedExchanges.answerSoFar(store, running, whole);
        show(SampleExchanges.done(50));

        await("the rest", () -> area.getText().contains("git diff --stat"));
        assertThat(onFx(() -> area.getText().startsWith(beginning))).isTrue();
    }

    @Test
    void treesShowTypedValuesAndEvents() {
        show(last);
        runOnFx(() -> inspector.showPanel("request"));
        TextView view = (TextView) node("body-text", Node.class);
        await("the request", () -> view.rows().size() > 100);
        click("body-mode-tree");
        await("the tree", () -> view.rows().row(0).text().contains("keys"));
        click("body-search");
        type("oribasius");
        await("the hit", () -> text("body-path").startsWith("messages["));
        pictures("tree");
        runOnFx(() -> inspector.showPanel("response"));
        press(KeyCode.CONTROL, KeyCode.F);
        await(
                "the events",
                () -> robot.lookup("#body-mode-tree").queryAll().stream().anyMatch(Node::isVisible));
        click("body-mode-tree");
        await("the events' tree", () -> shownText().rows().row(0).text().contains("message_start"));
        pictures("tree-events");
    }

    private TextView shownText() {
        return robot.lookup("#body-text").queryAs(TextView.class);
    }
}
