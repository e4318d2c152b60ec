package dev.sightglass.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sightglass.app.control.Segments;
import dev.sightglass.app.control.body.TextView;
import dev.sightglass.app.feed.BackgroundTasks;
import dev.sightglass.app.testing.FakeExchangeStore;
import dev.sightglass.app.testing.SampleExchanges;
import dev.sightglass.app.testing.UiTest;
import dev.sightglass.app.theme.ThemeManager;
import dev.sightglass.app.theme.ThemeMode;
import dev.sightglass.engine.detail.AlignedPiece;
import dev.sightglass.engine.model.ExchangeId;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.model.Outcome;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.pricing.ShippedPrices;
import java.util.Arrays;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class InspectorTest extends UiTest {
    private final BackgroundTasks tasks = BackgroundTasks.start();
    private final FakeExchangeStore store = new FakeExchangeStore();
    private Inspector inspector;
    private ThemeManager themes;
    private Stage stage;
    private ExchangeSummary last;

    @BeforeEach
    void open() {
        last = RecordedExchanges.conversation(store);
        themes = onFx(() -> new ThemeManager(new SimpleObjectProperty<>(ColorScheme.LIGHT)));
        stage = showScene(() -> {
            inspector = new Inspector(new InspectorContext(store, tasks, _ -> {}));
            Scene scene = new Scene(inspector, 1280, 520);
            themes.install(scene);
            return scene;
        });
    }

    @AfterEach
    void endTasks() {
        tasks.close();
    }

    private void show(ExchangeSummary exchange) {
        runOnFx(() -> inspector.show(exchange));
    }

    private void pictures(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        runOnFx(() -> themes.modeProperty().set(ThemeMode.LIGHT));
        WaitForAsyncUtils.waitForFxEvents();
        snapshot(stage.getScene(), "inspector-" + name + "-light");
        runOnFx(() -> themes.modeProperty().set(ThemeMode.DARK));
        WaitForAsyncUtils.waitForFxEvents();
        snapshot(stage.getScene(), "inspector-" + name + "-dark");
    }

    private String text(String id) {
        return onFx(() -> ((Label) robot.lookup("#" + id).query()).getText());
    }

    /** What the card of an error says; empty until it is there. */
    private String fix() {
        return robot.lookup("#error-fix")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("");
    }

    @Test
    void overviewTellsWhatAndHow() {
        show(last);

        await("the verdict", () -> text("overview-verdict").equals("Answered in full."));
        pictures("overview");
    }

    @Test
    void failedExchangesSayWhatToDo() {
        show(SampleExchanges.ended(
                5, new Outcome.ApiError(404, "DeploymentNotFound", "The API deployment does not exist."), 404));

        await("the fix", () -> fix().contains("deployment"));
        assertThat(text("overview-verdict"))
                .isEqualTo("Azure answered 404 DeploymentNotFound: The API deployment does not exist.");
        pictures("failed");
    }

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
    void everyOtherPanelDrawsInBothThemes() {
        show(last);
        for (String panel : List.of("stream", "timing", "usage", "headers")) {
            runOnFx(() -> inspector.showPanel(panel));
            Region page = (Region) node("panel-" + panel);
            await(panel, () -> page.lookupAll(".label").size() > 8);
            pictures(panel);
        }
    }

    @Test
    void runningAndRejectedExchangesShowInEveryPanel() {
        List<ExchangeSummary> unusual = List.of(
                SampleExchanges.pending(40),
                SampleExchanges.streaming(41),
                SampleExchanges.ended(42, new Outcome.Rejected(413, "too-large", "The request is too large."), 413));
        for (ExchangeSummary one : unusual) {
            RecordedExchanges.addBare(store, one);
            for (InspectorPanel panel : InspectorPanels.all()) {
                runOnFx(() -> {
                    inspector.showPanel(panel.key());
                    inspector.show(one);
                });
                WaitForAsyncUtils.waitForFxEvents();
                assertThat(onFx(() -> inspector.lookupAll(".notice").stream().anyMatch(this::saysItFailed)))
                        .as(panel.key() + " of " + one.outcome().label())
                        .isFalse();
            }
        }
    }

    private boolean saysItFailed(Node notice) {
        return notice.isVisible() && ((Label) notice).getText().startsWith("The view");
    }

    @Test
    @SuppressWarnings("unchecked")
    void translationLeadsToBothPlacesOfADifference() {
        show(last);
        press(KeyCode.CONTROL, KeyCode.DIGIT5);
        ListView<AlignedPiece> list = (ListView<AlignedPiece>) node("translation-pieces", ListView.class);
        await("the differences", () -> list.getItems().size() > 5);

        runOnFx(() -> list.getItems().stream()
                .filter(piece -> "max_tokens".equals(piece.clientPath()))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select));

        await(
                "the renamed field at Azure's side",
                () -> robot.lookup(".text-view").queryAllAs(TextView.class).stream()
                        .anyMatch(view -> view.rows().size() > 5
                                && view.rows()
                                        .row(view.rows().rowOf(view.caret()))
                                        .text()
                                        .contains("max_completion_tokens")));
        pictures("translation");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theAnswersStandBesideEachOtherToo() {
        show(last);
        runOnFx(() -> inspector.showPanel("translation"));
        ListView<AlignedPiece> list = (ListView<AlignedPiece>) node("translation-pieces", ListView.class);
        await("the request's differences", () -> list.getItems().size() > 5);

        clickText("Answer");
        await(
                "the answer's differences",
                () -> list.getItems().stream().anyMatch(piece -> "stop_reason".equals(piece.clientPath())));
        runOnFx(() -> list.requestFocus());
        press(KeyCode.ALT, KeyCode.DOWN);
        await("the first difference", () -> !list.getSelectionModel().isEmpty());
        runOnFx(() -> list.getItems().stream()
                .filter(piece -> "stop_reason".equals(piece.clientPath()))
                .findFirst()
                .ifPresent(list.getSelectionModel()::select));
        await(
                "Azure's finish reason",
                () -> robot.lookup(".text-view").queryAllAs(TextView.class).stream()
                        .anyMatch(view -> view.rows().size() > 5
                                && view.rows()
                                        .row(view.rows().rowOf(view.caret()))
                                        .text()
                                        .contains("finish_reason")));
        pictures("translation-answer");
        clickText("Notes");
        await("the notes alone", () -> list.getItems().stream().allMatch(piece -> piece.reason() != null));
        runOnFx(() -> ((Segments) inspector.lookup("#translation-way")).choose(0));
        await("the request's notes", () -> list.getItems().size() > 4);
        pictures("translation-notes");
    }

    @Test
    void anEventLeadsToWhatBecameOfIt() {
        show(last);
        runOnFx(() -> inspector.showPanel("stream"));
        ListView<?> list = (ListView<?>) node("stream-events", ListView.class);
        await("the events", () -> list.getItems().size() > 50);

        runOnFx(() -> list.getSelectionModel().select(20));
        await("its counterpart", () -> text("stream-pair").startsWith("1 counterpart"));
        Object chosen = onFx(() -> list.getSelectionModel().getSelectedItem());
        runOnFx(() -> list.requestFocus());
        press(KeyCode.C);
        await("the counterpart", () -> list.getSelectionModel().getSelectedItem() != chosen);
        press(KeyCode.C);
        await("and back", () -> list.getSelectionModel().getSelectedItem().equals(chosen));
        pictures("stream-pair");
    }

    @Test
    void usageTellsWhatFillsTheWindowAndHowTheCacheHeld() {
        InspectorContext priced =
                new InspectorContext(store, tasks, _ -> {}, new CostCalculator(() -> ShippedPrices.TABLE));
        runOnFx(() -> {
            inspector = new Inspector(priced);
            stage.getScene().setRoot(inspector);
        });
        show(last);
        runOnFx(() -> inspector.showPanel("usage"));

        Region parts = node("usage-parts", Region.class);
        await("the parts", () -> parts.getChildrenUnmodifiable().size() > 12);
        Node curve = node("usage-cache");
        await("the cache curve", curve::isVisible);
        pictures("usage");
        ScrollPane page = node("panel-usage", ScrollPane.class);
        runOnFx(() -> page.setVvalue(1));
        pictures("usage-end");
    }

    @Test
    void everyAttemptHasItsRowAndOwnTimeIsOnlyOurs() {
        ExchangeSummary retried = RecordedExchanges.retried(store, 70);
        show(retried);
        runOnFx(() -> inspector.showPanel("timing"));

        Region waterfall = node("timing-waterfall", Region.class);
        await(
                "three attempts",
                () -> waterfall.lookupAll(".label").stream()
                                .filter(label -> ((Label) label).getText().startsWith("Attempt "))
                                .count()
                        == 3);
        pictures("timing-retried");
    }

    @Test
    void anErrorHasACardWithItsFixAndTheRawBodyOneClickAway() {
        ExchangeSummary refused = RecordedExchanges.refused(
                store,
                71,
                new Outcome.ApiError(400, "unsupported_parameter", "Unsupported parameter: 'max_tokens'."),
                "{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens' is not supported with this model.\","
                        + "\"type\":\"invalid_request_error\",\"param\":\"max_tokens\",\"code\":\"unsupported_parameter\"}}");
        show(refused);

        await("the fix", () -> fix().contains("max_tokens"));
        click("error-show-raw");
        Node raw = node("error-raw");
        await("the raw body", raw::isVisible);
        pictures("error-card");
    }

    @Test
    void aBlockedPromptShowsWhatTheFilterSaid() {
        ExchangeSummary blocked = RecordedExchanges.refused(
                store,
                72,
                new Outcome.ApiError(400, "content_filter", "Azure's content filter blocked the prompt."),
                "{\"error\":{\"message\":\"The response was filtered.\",\"param\":\"prompt\",\"code\":\"content_filter\",\"status\":400,"
                        + "\"innererror\":{\"code\":\"ResponsibleAIPolicyViolation\",\"content_filter_result\":{\"hate\":"
                        + "{\"filtered\":false,\"severity\":\"safe\"},\"jailbreak\":{\"filtered\":true,\"detected\":true}}}}}");
        show(blocked);

        await(
                "the verdicts",
                () -> robot.lookup("#filter-verdicts .label").queryAll().stream()
                        .anyMatch(label -> ((Label) label).getText().contains("found, blocked")));
        pictures("filtered");
    }

    @Test
    void panelsOfRunningAndOfUnansweredExchangesTeach() {
        ExchangeSummary pending = SampleExchanges.pending(80);
        RecordedExchanges.addBare(store, pending);
        ExchangeSummary running = SampleExchanges.streaming(81);
        RecordedExchanges.add(store, running, "client-request.json");
        for (ExchangeSummary one : List.of(pending, running)) {
            for (String panel : List.of("overview", "translation", "stream", "timing", "usage")) {
                runOnFx(() -> {
                    inspector.show(one);
                    inspector.showPanel(panel);
                });
                Region page = (Region) node("panel-" + panel);
                await(panel, () -> page.lookupAll(".label").size() > 2);
                pictures(panel + "-of-" + (one == pending ? "pending" : "running"));
            }
        }
    }

    @Test
    void diffShowsWhatTheRequestBeforeDidNotHold() {
        show(last);
        runOnFx(() -> inspector.showPanel("diff"));

        await("the comparison", () -> text("diff-summary").startsWith("From #"));
        TextView view = (TextView) node("diff-text", Node.class);
        assertThat(onFx(() -> view.rows().copy(0, 1_000_000).contains("mcp__library__search")))
                .isTrue();
        pictures("diff");
        clickText("Side by side");
        TextView after = (TextView) node("diff-after", Node.class);
        await("both sides", () -> after.isVisible() && after.rows().size() > 10);
        pictures("diff-beside");
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

    @Test
    void twoExchangesAreComparedFromOutsideAndSwapped() {
        show(last);
        runOnFx(() -> inspector.compare(new ExchangeId(3), last.id()));
        await("the comparison", () -> text("diff-summary").startsWith("From #3 to #31"));

        click("diff-swap");

        await("the other way round", () -> text("diff-summary").startsWith("From #31 to #3:"));
    }

    @Test
    void nothingSelectedTeaches() {
        show(last);
        runOnFx(() -> inspector.show(null));

        clickText("Select an exchange to see what was asked, what came back and what it took.");
    }
}
