package dev.sightglass.app.inspector.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.flow.FlowView;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.inspector.Inspector;
import dev.sightglass.app.inspector.InspectorContext;
import dev.sightglass.app.inspector.RecordedExchanges;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.app.theme.ThemeManager;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import java.util.Arrays;
import java.util.Comparator;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Reading a conversation: from what is new to a call, its result, a word, and the clipboard. */
class ConversationPanelTest extends UiTest {
    private final BackgroundTasks tasks = BackgroundTasks.start();
    private final FakeExchangeStore store = new FakeExchangeStore();
    private Inspector inspector;
    private ThemeManager themes;
    private Stage stage;
    private FlowView<Row> flow;

    @BeforeEach
    void open() {
        themes = onFx(() -> new ThemeManager(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        stage = showScene(() -> {
            inspector = new Inspector(new InspectorContext(store, tasks, _ -> {}));
            Scene scene = new Scene(inspector, 1280, 560);
            themes.install(scene);
            return scene;
        });
    }

    @AfterEach
    void endTasks() {
        tasks.close();
    }

    @SuppressWarnings("unchecked")
    private void show(ExchangeSummary exchange) {
        runOnFx(() -> {
            inspector.show(exchange);
            inspector.showPanel("conversation");
        });
        flow = (FlowView<Row>) node("conversation-blocks", FlowView.class);
    }

    private String text(String id) {
        return onFx(() -> ((Label) robot.lookup("#" + id).query()).getText());
    }

    private void pictures(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        snapshot(stage.getScene(), "conversation-" + name + "-light");
        runOnFx(themes::toggle);
        WaitForAsyncUtils.waitForFxEvents();
        snapshot(stage.getScene(), "conversation-" + name + "-dark");
        runOnFx(themes::toggle);
    }

    private boolean inSight(String words) {
        return flow.lookupAll(".text").stream()
                .filter(ConversationPanelTest::visible)
                .anyMatch(node -> node instanceof javafx.scene.text.Text text
                        && text.getText().contains(words));
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (!at.isVisible()) return false;
        return true;
    }

    private void chooseLink(String words) {
        await("the link " + words, () -> link(words) != null);
        runOnFx(() -> link(words).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Hyperlink link(String words) {
        return flow.lookupAll(".hyperlink").stream()
                .filter(ConversationPanelTest::visible)
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().startsWith(words))
                .min(Comparator.comparing(link -> link.localToScene(0, 0).getY()))
                .orElse(null);
    }

    @Test
    void aConversationIsReadFromWhatIsNewToAWordAndCopied() {
        show(RecordedExchanges.conversation(store));
        await("what is new", () -> text("conversation-summary").contains("8 new"));
        pictures("new");

        runOnFx(() -> flow.goToStart());
        pictures("start");
        runOnFx(() -> flow.goToRow(flow.indexOf(new Row.RowKey("m2.2", 0))));
        await("the call", () -> inSight("folio.png"));
        pictures("call");
        runOnFx(() -> flow.requestFocus());
        press(KeyCode.J);
        await(
                "its result, right below",
                () -> flow.rows().get(flow.firstRow()) instanceof Row.Head head
                        && head.item().speaker() == Item.Speaker.RESULT
                        && "m2.2".equals(head.item().partner()));
        pictures("result");

        press(KeyCode.CONTROL, KeyCode.F);
        type("oribasius");
        await("the hits", () -> text("conversation-search-count").contains(" of "));
        press(KeyCode.ENTER);
        await("the second hit", () -> text("conversation-search-count").matches("[2-9] of .*"));
        pictures("find");

        runOnFx(() -> flow.requestFocus());
        press(KeyCode.CONTROL, KeyCode.A);
        press(KeyCode.CONTROL, KeyCode.C);
        await(
                "all of it on the clipboard",
                () -> String.valueOf(Clipboard.getSystemClipboard().getString())
                        .contains("You are a careful assistant that works in a terminal."));
    }

    @Test
    void wordsInFoldedBlocksAreFoundAndShown() {
        ExchangeSummary exchange = SampleExchanges.done(60);
        RecordedExchanges.add(store, exchange, LongConversation.json(40));
        show(exchange);
        await("the blocks", () -> !flow.rows().isEmpty());
        int folded = onFx(() -> flow.rows().size());

        press(KeyCode.CONTROL, KeyCode.F);
        type("needle");
        await("the hit", () -> text("conversation-search-count").equals("1 of 1"));

        await("the word in the opened block", () -> inSight("needle"));
        assertThat(onFx(() -> flow.rows().size())).isGreaterThan(folded);
        pictures("needle");
    }

    @Test
    void whatIsFoundStaysInSightWhenAllIsOpen() {
        ExchangeSummary exchange = SampleExchanges.done(60);
        RecordedExchanges.add(store, exchange, LongConversation.json(40));
        show(exchange);
        await("the blocks", () -> !flow.rows().isEmpty());
        click("conversation-open-all");

        press(KeyCode.CONTROL, KeyCode.F);
        type("needle");

        await("the hit", () -> text("conversation-search-count").equals("1 of 1"));
        await("the word", () -> inSight("needle"));
    }

    @Test
    void foldedBlocksOpenByMouseAndKeyboardWithoutAJump() {
        ExchangeSummary exchange = SampleExchanges.done(60);
        RecordedExchanges.add(store, exchange, LongConversation.json(120));
        show(exchange);
        await("the blocks", () -> !flow.rows().isEmpty());
        runOnFx(() -> flow.goToRow(flow.indexOf(new Row.RowKey("m62.0", 0))));
        WaitForAsyncUtils.waitForFxEvents();
        int folded = onFx(() -> flow.rows().size());

        chooseLink("Show ");
        await("the open block", () -> flow.rows().size() > folded);
        assertThat(onFx(() -> flow.rows().get(flow.firstRow()).key().item())).isEqualTo("m62.0");
        runOnFx(() -> flow.requestFocus());
        press(KeyCode.ENTER);
        await("the folded block", () -> flow.rows().size() == folded);
        press(KeyCode.J);
        await(
                "the next block",
                () -> !flow.rows().get(flow.firstRow()).key().item().equals("m62.0"));
    }

    @Test
    void theAnswerGrowsWhereItIsReadAndTheEndIsFollowed() {
        byte[] whole = RecordedExchanges.resource("client-answer.sse");
        ExchangeSummary running = SampleExchanges.streaming(50);
        RecordedExchanges.add(store, running, "client-request.json");
        RecordedExchanges.answerSoFar(store, running, Arrays.copyOf(whole, whole.length / 3));
        show(running);
        await("the end", () -> !flow.rows().isEmpty() && flow.atEnd());
        pictures("running");
        int before = onFx(() -> flow.rows().size());

        RecordedExchanges.answerSoFar(store, running, whole);
        runOnFx(() -> inspector.show(SampleExchanges.growing(running)));

        await("the rest", () -> flow.rows().size() > before);
        await("the end again", () -> flow.atEnd());
        runOnFx(() -> flow.goToStart());
        WaitForAsyncUtils.waitForFxEvents();
        RecordedExchanges.answerSoFar(store, running, Arrays.copyOf(whole, whole.length / 2));
        int grown = onFx(() -> flow.rows().size());
        runOnFx(() -> inspector.show(SampleExchanges.growing(SampleExchanges.growing(running))));
        await("another state", () -> flow.rows().size() != grown);
        assertThat(onFx(() -> flow.firstRow())).isZero();
    }

    @Test
    void whatEndedBadlyIsSaid() {
        ExchangeSummary failed =
                SampleExchanges.ended(51, new Outcome.ApiError(400, "content_filter", "The prompt was filtered."), 400);
        RecordedExchanges.add(store, failed, "client-request.json");
        show(failed);
        await("the blocks", () -> !flow.rows().isEmpty());

        runOnFx(() -> flow.goToEnd());
        await("how it ended", () -> inSight("The prompt was filtered."));
        pictures("failed");

        RecordedExchanges.addBare(store, SampleExchanges.pending(52));
        show(SampleExchanges.pending(52));
        await(
                "that the request is still coming",
                () -> text("conversation-nothing").startsWith("The request"));
        pictures("pending");
    }
}
