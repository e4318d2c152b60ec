package dev.sightglass.app.inspector;

import dev.sightglass.app.control.Segments;
import dev.sightglass.engine.model.BodyPart;
import dev.sightglass.engine.model.ExchangeSummary;
import dev.sightglass.engine.pricing.CostCalculator;
import dev.sightglass.engine.pricing.ShippedPrices;
import dev.sightglass.engine.store.ArrivalMarks;
import dev.sightglass.engine.store.BodyRef;
import java.nio.charset.StandardCharsets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Events, times and tokens. */
class FiguresPanelsTest extends PanelTest {
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
    void aSilenceOfMoreThanFiveSecondsIsMarked() {
        byte[] whole = RecordedExchanges.resource("client-answer.sse");
        int cut = new String(whole, StandardCharsets.UTF_8).indexOf("event: content_block_delta");
        BodyRef answer = new BodyRef(last.id(), BodyPart.DOWNSTREAM_RESPONSE, 0);
        store.put(answer, whole, new ArrivalMarks(new long[] {1_000_000_000L, 7_000_000_000L}, new long[] {
            cut, whole.length
        }));
        show(last);
        runOnFx(() -> {
            inspector.showPanel("stream");
            ((Segments) inspector.lookup("#panel-stream .segments")).choose(2);
        });
        await(
                "the silence",
                () -> robot.lookup("#stream-events .label").queryAllAs(Label.class).stream()
                        .anyMatch(label -> label.getText().equals("silent 6.00 s")
                                && label.getParent().getPseudoClassStates().stream()
                                        .anyMatch(state ->
                                                state.getPseudoClassName().equals("long-gap"))));
        pictures("stream-silence");
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
}
